#include "importers/number_formats/date_text.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <cstdint>

#include "pipeline/text/chinese_number.h"

namespace dutylist {
namespace {

using Kind = FormatToken::Kind;

constexpr double last_day = 2958465;  // 9999-12-31
constexpr std::int64_t seconds_of_day = 86'400;

constexpr std::array<std::string_view, 12> months{"January",   "February", "March",    "April",
                                                  "May",       "June",     "July",     "August",
                                                  "September", "October",  "November", "December"};
constexpr std::array<std::string_view, 7> days{"Sunday",   "Monday", "Tuesday", "Wednesday",
                                               "Thursday", "Friday", "Saturday"};
constexpr std::array<std::string_view, 7> chinese_days{"日", "一", "二", "三", "四", "五", "六"};

struct Moment {
    int year = 0;
    int month = 0;
    int day = 0;
    int weekday = 0;           // 0: Sunday
    std::int64_t seconds = 0;  // of the day
    std::int64_t elapsed = 0;  // seconds in all
    double fraction = 0;       // of a second
};

std::string padded(std::int64_t number, std::size_t digits) {
    std::string text = std::to_string(number);
    if (text.size() < digits) text.insert(0, digits - text.size(), '0');
    return text;
}

class DateText {
public:
    DateText(const Moment& moment, const FormatSection& section)
        : moment_(moment), section_(section) {}

    std::string show() {
        const auto& tokens = section_.tokens;
        for (at_ = 0; at_ < tokens.size(); ++at_) {
            const FormatToken& token = tokens[at_];
            switch (token.kind) {
                case Kind::date:
                    date(token.text);
                    break;
                case Kind::elapsed:
                    text_ += padded(elapsed(token.text[0]), token.text.size());
                    break;
                case Kind::half_day:
                    half_day(token.text);
                    break;
                case Kind::point:
                    fraction();
                    break;
                case Kind::text:
                    break;
                default:
                    text_ += token.text;
            }
        }
        return text_;
    }

private:
    std::int64_t elapsed(char unit) const {
        return unit == 'h'   ? moment_.elapsed / 3600
               : unit == 'm' ? moment_.elapsed / 60
                             : moment_.elapsed;
    }

    std::string number(int value, std::size_t digits) const {
        if (section_.chinese_digits == 1)
            return digits >= 4 ? chinese_digits(value) : chinese_number(value);
        return padded(value, digits);
    }

    // An m beside hours or seconds is minutes.
    bool is_minutes() const {
        const auto& tokens = section_.tokens;
        for (std::size_t i = at_; i-- > 0;) {
            if (tokens[i].kind != Kind::date && tokens[i].kind != Kind::elapsed) continue;
            if (tokens[i].text[0] == 'h') return true;
            break;
        }
        for (std::size_t i = at_ + 1; i < tokens.size(); ++i) {
            if (tokens[i].kind != Kind::date && tokens[i].kind != Kind::elapsed) continue;
            return tokens[i].text[0] == 's';
        }
        return false;
    }

    void date(const std::string& letters) {
        const std::size_t length = letters.size();
        const std::size_t two = std::min<std::size_t>(length, 2);
        switch (letters[0]) {
            case 'y':
                text_ += length <= 2 ? number(moment_.year % 100, 2) : number(moment_.year, 4);
                break;
            case 'e':
                text_ += number(moment_.year, 4);
                break;
            case 'm':
                month_or_minutes(length);
                break;
            case 'd':
                day(length);
                break;
            case 'a':
                if (length >= 3)
                    text_ += std::string(length == 3 ? "" : "星期") +
                             std::string(chinese_days[static_cast<std::size_t>(moment_.weekday)]);
                break;
            case 'h': {
                int hour = static_cast<int>(moment_.seconds / 3600);
                if (section_.has(Kind::half_day)) hour = hour % 12 == 0 ? 12 : hour % 12;
                text_ += number(hour, two);
                break;
            }
            case 's':
                text_ += number(static_cast<int>(moment_.seconds % 60), two);
                break;
            default:
                break;
        }
    }

    void month_or_minutes(std::size_t length) {
        if (length <= 2) {
            text_ += is_minutes() ? number(static_cast<int>(moment_.seconds / 60 % 60), length)
                                  : number(moment_.month, length);
        } else if (section_.chinese) {
            text_ += (length == 3 ? std::to_string(moment_.month) : chinese_number(moment_.month)) +
                     "月";
        } else {
            const std::string_view name = months[static_cast<std::size_t>(moment_.month - 1)];
            text_ += length == 3 ? name.substr(0, 3) : length == 5 ? name.substr(0, 1) : name;
        }
    }

    void day(std::size_t length) {
        const auto weekday = static_cast<std::size_t>(moment_.weekday);
        if (length <= 2) {
            text_ += number(moment_.day, length);
        } else if (section_.chinese) {
            text_ += std::string(length == 3 ? "周" : "星期") + std::string(chinese_days[weekday]);
        } else {
            text_ += length == 3 ? days[weekday].substr(0, 3) : days[weekday];
        }
    }

    void half_day(const std::string& token) {
        const std::size_t slash = token.find('/');
        text_ +=
            moment_.seconds < seconds_of_day / 2 ? token.substr(0, slash) : token.substr(slash + 1);
    }

    // ".000" behind seconds; elsewhere a point is one.
    void fraction() {
        std::size_t digits = 0;
        const auto& tokens = section_.tokens;
        while (at_ + 1 < tokens.size() && tokens[at_ + 1].kind == Kind::digit &&
               tokens[at_ + 1].text == "0") {
            ++digits;
            ++at_;
        }
        text_ += '.';
        if (digits == 0) return;
        double scale = 1;
        for (std::size_t i = 0; i < digits; ++i) scale *= 10;
        text_ += padded(static_cast<std::int64_t>(moment_.fraction * scale + 1e-6), digits);
    }

    const Moment& moment_;
    const FormatSection& section_;
    std::size_t at_ = 0;
    std::string text_;
};

// Whether a section shows parts of seconds, which then are not rounded away.
bool shows_fractions(const FormatSection& section) {
    for (std::size_t i = 0; i + 1 < section.tokens.size(); ++i) {
        if (section.tokens[i].kind == Kind::point && section.tokens[i + 1].kind == Kind::digit)
            return true;
    }
    return false;
}

}  // namespace

std::optional<std::string> show_date(double serial, const FormatSection& section, bool from_1904) {
    if (serial < 0 || serial >= last_day + 1) return {};
    Moment moment;
    const double all_seconds = serial * static_cast<double>(seconds_of_day);
    moment.elapsed = static_cast<std::int64_t>(
        shows_fractions(section) ? std::floor(all_seconds + 1e-4) : std::round(all_seconds));
    moment.fraction = std::max(0.0, all_seconds - static_cast<double>(moment.elapsed));
    moment.seconds = moment.elapsed % seconds_of_day;
    auto day = static_cast<int>(moment.elapsed / seconds_of_day);
    moment.weekday = (day + 6) % 7;
    // Excel counts a 29 February 1900, which never was.
    if (from_1904) {
        day += 1462;
        moment.weekday = (day + 6) % 7;
    } else if (day < 60) {
        ++day;
    }
    using namespace std::chrono;
    const year_month_day date{sys_days{year{1899} / December / 30} + std::chrono::days{day}};
    moment.year = static_cast<int>(date.year());
    moment.month = static_cast<int>(static_cast<unsigned>(date.month()));
    moment.day = static_cast<int>(static_cast<unsigned>(date.day()));
    return DateText(moment, section).show();
}

}  // namespace dutylist
