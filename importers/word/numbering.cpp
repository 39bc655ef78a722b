#include "importers/word/numbering.h"

#include "importers/draft_building/number_text.h"
#include "importers/office_container/xml_part.h"
#include "pipeline/recognition/draft_text.h"

namespace dutylist {

class NumberingHandler : public XmlHandler {
public:
    explicit NumberingHandler(Numbering& numbering) : numbering_(numbering) {}

    void start_element(std::string_view name, std::string_view,
                       const XmlAttributes& attributes) override {
        if (name == "abstractNum") {
            definition_ = &numbering_.definitions_[attributes.number("abstractNumId", 0)];
        } else if (name == "num") {
            instance_ = &numbering_.instances_[attributes.number("numId", 0)];
        } else if (name == "abstractNumId" && instance_ != nullptr) {
            instance_->definition = attributes.number("val", 0);
        } else if (name == "lvlOverride") {
            override_ = attributes.number("ilvl", 0);
        } else if (name == "startOverride" && instance_ != nullptr) {
            instance_->starts[override_] = static_cast<int>(attributes.number("val", 1));
        } else if (name == "numStyleLink" && definition_ != nullptr) {
            definition_->linked_style = attributes.value("val");
        } else if (name == "styleLink" && definition_ != nullptr) {
            definition_->style = attributes.value("val");
        } else if (name == "lvl") {
            start_level(attributes.number("ilvl", 0));
        } else if (level_ != nullptr) {
            level_property(name, attributes);
        }
    }
    void end_element(std::string_view name, std::string_view) override {
        if (name == "lvl") level_ = nullptr;
        if (name == "abstractNum") definition_ = nullptr;
        if (name == "num") instance_ = nullptr;
    }
    void characters(std::string_view) override {}

private:
    void start_level(std::uint32_t index) {
        level_ = nullptr;
        if (index >= Numbering::level_count) return;
        if (instance_ != nullptr) {
            level_ = &instance_->levels[index];
        } else if (definition_ != nullptr) {
            level_ = &definition_->levels[index];
        }
    }
    void level_property(std::string_view name, const XmlAttributes& attributes) {
        if (name == "start") {
            level_->start = static_cast<int>(attributes.number("val", 1));
        } else if (name == "numFmt") {
            level_->format = attributes.value("val", "decimal");
        } else if (name == "lvlText") {
            level_->text = attributes.value("val");
        } else if (name == "lvlRestart") {
            level_->restart_after = static_cast<int>(attributes.number("val", 0));
        } else if (name == "isLgl") {
            level_->arabic = attributes.flag("val", true);
        } else if (name == "pStyle") {
            level_->style = attributes.value("val");
        }
    }

    Numbering& numbering_;
    Numbering::Definition* definition_ = nullptr;
    Numbering::Instance* instance_ = nullptr;
    Numbering::Level* level_ = nullptr;
    std::uint32_t override_ = 0;
};

void Numbering::read(OfficeContainer& container, const std::string& part) {
    NumberingHandler handler(*this);
    read_xml_part(container, part, handler);
    for (const auto& [id, definition] : definitions_) by_style_.emplace(definition.style, id);
}

Numbering::Definition* Numbering::definition_of(Instance& instance) {
    const auto found = definitions_.find(instance.definition);
    if (found == definitions_.end()) return nullptr;
    if (found->second.linked_style.empty()) return &found->second;
    const auto linked = by_style_.find(found->second.linked_style);
    return linked == by_style_.end() ? &found->second : &definitions_.find(linked->second)->second;
}

std::optional<std::uint32_t> Numbering::level_of_style(std::uint32_t num,
                                                       const std::string& style) const {
    const auto instance = instances_.find(num);
    if (instance == instances_.end()) return {};
    const auto definition = definitions_.find(instance->second.definition);
    if (definition == definitions_.end()) return {};
    for (std::uint32_t i = 0; i < level_count; ++i) {
        if (definition->second.levels[i].style == style) return i;
    }
    return {};
}

std::string Numbering::next_label(std::uint32_t num, std::uint32_t level,
                                  std::string& unknown_format) {
    const auto found = instances_.find(num);
    if (found == instances_.end() || level >= level_count) return {};
    Instance& instance = found->second;
    Definition* const definition = definition_of(instance);
    if (definition == nullptr) return {};

    const auto shown = [&](std::uint32_t index) -> const Level& {
        const auto replaced = instance.levels.find(index);
        return replaced != instance.levels.end() ? replaced->second : definition->levels[index];
    };
    if (!instance.used) {
        instance.used = true;
        for (const auto& [index, start] : instance.starts) {
            if (index >= level_count) continue;
            definition->started[index] = false;
        }
    }
    const auto start_of = [&](std::uint32_t index) {
        const auto start = instance.starts.find(index);
        return start != instance.starts.end() ? start->second : shown(index).start;
    };
    for (std::uint32_t i = 0; i < level; ++i) {
        if (!definition->started[i]) {
            definition->started[i] = true;
            definition->counters[i] = start_of(i);
        }
    }
    if (definition->started[level]) {
        ++definition->counters[level];
    } else {
        definition->started[level] = true;
        definition->counters[level] = start_of(level);
    }
    for (std::uint32_t i = level + 1; i < level_count; ++i) {
        const int restart = shown(i).restart_after;
        const bool restarts = restart < 0 || (restart > 0 && static_cast<int>(level) < restart);
        if (restarts) definition->started[i] = false;
    }

    const Level& own = shown(level);
    if (own.format == "bullet") return {};
    std::string label;
    const std::string& text = own.text;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (label.size() > longest_list_label) {
            unknown_format = excerpt(text, longest_list_label);
            return std::to_string(definition->counters[level]);
        }
        if (text[i] != '%' || i + 1 >= text.size() || text[i + 1] < '1' || text[i + 1] > '9') {
            label += text[i];
            continue;
        }
        const auto index = static_cast<std::uint32_t>(text[++i] - '1');
        const std::string format = own.arabic ? "decimal" : shown(index).format;
        const std::optional<std::string> number = number_text(definition->counters[index], format);
        if (!number) unknown_format = format;
        label += number.value_or(std::to_string(definition->counters[index]));
    }
    return label;
}

}  // namespace dutylist
