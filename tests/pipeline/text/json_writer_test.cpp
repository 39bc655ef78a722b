#include "pipeline/text/json_writer.h"

#include <gtest/gtest.h>

namespace dutylist {
namespace {

TEST(JsonWriter, NestsObjectsAndArrays) {
    JsonWriter json;
    json.begin_object().member("name", "水利局").key("counts").begin_array(true).value(1).value(2);
    json.end_array().key("empty").begin_object().end_object().end_object();
    EXPECT_EQ(json.finish(),
              "{\n  \"name\": \"水利局\",\n  \"counts\": [1, 2],\n  \"empty\": {}\n}\n");
}

TEST(JsonWriter, EscapesWhatJsonMustEscape) {
    JsonWriter json;
    json.value("a\"b\\c\nd\te\x01");
    EXPECT_EQ(json.finish(), "\"a\\\"b\\\\c\\nd\\te\\u0001\"\n");
}

TEST(JsonWriter, RoundsHalfUpAndWritesNoTrailingZeros) {
    const auto written = [](double number, int digits) {
        JsonWriter json;
        json.value(number, digits);
        return json.finish();
    };
    EXPECT_EQ(written(0.285, 2), "0.29\n");
    EXPECT_EQ(written(0.1392405, 4), "0.1392\n");
    EXPECT_EQ(written(-2.5, 0), "-3\n");
    EXPECT_EQ(written(3.0, 4), "3\n");
    EXPECT_EQ(written(-0.0001, 2), "0\n");
    EXPECT_EQ(written(1.0 / 0.0, 2), "null\n");
}

}  // namespace
}  // namespace dutylist
