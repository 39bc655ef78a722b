#include "exporters/typeset/line_breaker.h"

#include <algorithm>
#include <limits>

namespace dutylist::typeset {
namespace {

constexpr double line_cost = 400;           // few lines
constexpr double loose_cost = 4000;         // a line looser than allowed: worth ten lines
constexpr double orphan_cost = 50000;       // a last line of one character
constexpr double inside_name = 500;         // a flush-left line that ends inside a name
constexpr double short_line = 250;          // a flush-left line of one or two characters
constexpr double torn_name = 700;           // … and not at the beginning of the line
constexpr double emergency_penalty = 3000;  // where no break is legal
constexpr double epsilon = 1e-4;
constexpr double infinity = std::numeric_limits<double>::infinity();
// Shorter lines only get looser: once a line is possible, none below this part of the measure is
// tried.
constexpr double shortest = 0.82;
// Characters that take no room could all stand in one line; so many boundaries are looked at.
constexpr std::size_t most_in_a_line = 512;

bool parts_names(char32_t c) { return c == U'、' || c == U'，'; }

// A boundary at which a line may end, with what the hot loop needs side by side.
struct Candidate {
    std::uint32_t at = 0;
    float penalty = 0;
    float start = 0;       // where a line that begins here begins
    float squeezable = 0;  // running sum there
    double best = infinity;
    std::uint32_t from = 0;
};

class Breaker {
public:
    Breaker(const Paragraph& paragraph, double width, Alignment alignment, const LineRules& rules)
        : paragraph_(paragraph),
          width_(width),
          hanging_(paragraph.hanging <= width / 2 ? paragraph.hanging : 0),
          alignment_(alignment),
          rules_(rules) {}

    std::vector<Line> run() {
        find_candidates();
        optimise();
        return collect();
    }

private:
    double available(std::uint32_t begin) const { return begin == 0 ? width_ : width_ - hanging_; }

    // The end of the text of a line that ends before atom `next`.
    std::uint32_t text_end(std::uint32_t next) const {
        while (next > 1 && paragraph_.atoms[next - 1].type == BreakClass::space) --next;
        return next;
    }

    // What is trimmed off a mark at the end of a line.
    double trim(std::uint32_t end) const {
        const Atom& last = paragraph_.atoms[end - 1];
        return last.type == BreakClass::closer ? last.blank_after : 0;
    }

    double natural(std::uint32_t begin, std::uint32_t end) const {
        return paragraph_.end(end - 1) - paragraph_.start[begin] - trim(end);
    }

    double squeezable(std::uint32_t begin, std::uint32_t end) const {
        if (alignment_ != Alignment::justify) return 0;
        return paragraph_.squeezable[end - 1] - paragraph_.squeezable[begin];
    }

    void add_candidate(std::uint32_t at, double penalty);
    void find_candidates();
    void optimise();
    void reach(std::size_t b, std::size_t& first);
    double cost_of_width(double width, double squeeze, double wanted, double tear) const;
    double tear(std::uint32_t at, char32_t before) const;
    std::uint32_t characters(std::uint32_t begin, std::uint32_t end) const;
    double cost_of_last(std::uint32_t begin, std::uint32_t end) const;
    std::vector<Line> collect() const;

    const Paragraph& paragraph_;
    double width_;
    double hanging_;
    Alignment alignment_;
    const LineRules& rules_;
    std::vector<Candidate> candidates_;
};

void Breaker::add_candidate(std::uint32_t at, double penalty) {
    Candidate candidate;
    candidate.at = at;
    candidate.penalty = static_cast<float>(penalty);
    candidate.start = paragraph_.start[at];
    candidate.squeezable = paragraph_.squeezable[at];
    candidates_.push_back(candidate);
}

void Breaker::find_candidates() {
    const auto count = static_cast<std::uint32_t>(paragraph_.atoms.size());
    candidates_.reserve(count + 1);
    add_candidate(0, 0);
    const double narrowest = width_ - hanging_;
    for (std::uint32_t i = 1; i <= count; ++i) {
        if (paragraph_.penalty[i] < 0) continue;
        // A stretch without a legal break that no line can hold is broken wherever a cluster ends.
        const std::uint32_t begin = candidates_.back().at;
        const std::uint32_t end = text_end(i);
        if (end > begin && natural(begin, end) - squeezable(begin, end) > narrowest) {
            for (std::uint32_t k = begin + 1; k < i; ++k) {
                if (paragraph_.atoms[k].first_of_cluster &&
                    paragraph_.atoms[k].type != BreakClass::space) {
                    add_candidate(k, emergency_penalty);
                }
            }
        }
        add_candidate(i, paragraph_.penalty[i]);
    }
}

// The characters of a line, up to three. Marks do not make a line longer: "了。" is one character.
std::uint32_t Breaker::characters(std::uint32_t begin, std::uint32_t end) const {
    std::uint32_t count = 0;
    for (std::uint32_t i = begin; i < end && count < 3; ++i) {
        const Atom& atom = paragraph_.atoms[i];
        if (atom.first_of_cluster && atom.type != BreakClass::closer &&
            atom.type != BreakClass::opener && atom.type != BreakClass::western_close) {
            ++count;
        }
    }
    return count;
}

double Breaker::cost_of_last(std::uint32_t begin, std::uint32_t end) const {
    const std::uint32_t count = characters(begin, end);
    if (begin == 0 || count >= 3) return 0;
    if (count < 2) return orphan_cost;
    return alignment_ == Alignment::justify ? 30 : 60;
}

// What it costs that a line which is not justified ends before atom `at`, after `before`.
double Breaker::tear(std::uint32_t at, char32_t before) const {
    if (parts_names(before) || before == U'；' || before == U'：') return 0;
    return paragraph_.tear.empty() ? inside_name : paragraph_.tear[at];
}

// A line that is not the last, or is too wide.
double Breaker::cost_of_width(double width, double squeeze, double wanted, double tear) const {
    if (width > wanted) {
        const double part = squeeze > 0 ? (width - wanted) / squeeze : 0;
        return 60 * part * part;
    }
    const double slack = wanted - width;
    if (alignment_ != Alignment::justify) return tear + 3 * slack * slack;
    const double part = slack / (width * rules_.loosest);
    if (part <= 1) return 100 * part * part * part;
    return loose_cost + 600 * part * part;
}

// The best line that ends at candidate `b`.
void Breaker::reach(std::size_t b, std::size_t& first) {
    Candidate& target = candidates_[b];
    const std::uint32_t end = text_end(target.at);
    const double line_end = paragraph_.end(end - 1) - trim(end);
    const double squeezed = paragraph_.squeezable[end - 1];
    const bool last = target.at == paragraph_.atoms.size();
    const bool justify = alignment_ == Alignment::justify;
    const double torn = justify ? 0 : tear(target.at, paragraph_.atoms[end - 1].character);
    // Where the name begins that a flush-left line ending here would tear.
    std::uint32_t torn_from = 0;
    if (!justify && torn > 0 && paragraph_.holds_names) {
        const std::uint32_t least = candidates_[first].at;  // no line here begins before it
        for (torn_from = end - 1; torn_from > least; --torn_from) {
            if (parts_names(paragraph_.atoms[torn_from - 1].character)) break;
        }
    }
    if (!last && b - first > most_in_a_line) first = b - most_in_a_line;
    for (std::size_t a = first; a < b; ++a) {
        const Candidate& source = candidates_[a];
        const double wanted = source.at == 0 ? width_ : width_ - hanging_;
        const double width = line_end - source.start;
        const double squeeze = justify ? squeezed - source.squeezable : 0;
        if (width - squeeze > wanted + epsilon) {
            if (a == first && !last) ++first;
            continue;
        }
        if (!last && justify && target.best != infinity && width < wanted * shortest) break;
        double total = source.best + line_cost + target.penalty;
        if (total >= target.best) continue;
        if (last) total += cost_of_last(source.at, end);
        if (!last && torn_from > source.at) total += torn_name;
        if (!last || width > wanted) total += cost_of_width(width, squeeze, wanted, torn);
        if (!last && !paragraph_.tear.empty() && !justify && characters(source.at, end) < 3) {
            total += short_line;
        }
        if (total < target.best) {
            target.best = total;
            target.from = static_cast<std::uint32_t>(a);
        }
    }
    if (target.best == infinity) {
        // A single atom wider than the line: it stands out rather than being lost.
        target.best = candidates_[b - 1].best + 10 * loose_cost;
        target.from = static_cast<std::uint32_t>(b - 1);
    }
}

void Breaker::optimise() {
    candidates_.front().best = 0;
    std::size_t first = 0;
    for (std::size_t b = 1; b < candidates_.size(); ++b) reach(b, first);
}

std::vector<Line> Breaker::collect() const {
    std::vector<Line> lines;
    for (std::size_t b = candidates_.size() - 1; b > 0; b = candidates_[b].from) {
        Line line;
        line.begin = candidates_[candidates_[b].from].at;
        line.next = candidates_[b].at;
        line.end = text_end(line.next);
        line.indent = line.begin == 0 ? 0 : static_cast<float>(hanging_);
        line.last = line.next == paragraph_.atoms.size();
        line.natural = static_cast<float>(natural(line.begin, line.end));
        const auto slack = static_cast<float>(available(line.begin)) - line.natural;
        if (alignment_ == Alignment::justify && (slack < 0 || !line.last)) line.change = slack;
        lines.push_back(line);
    }
    std::reverse(lines.begin(), lines.end());
    return lines;
}

}  // namespace

std::vector<Line> break_lines(const Paragraph& paragraph, double width, Alignment alignment,
                              const LineRules& rules) {
    if (paragraph.empty()) return {};
    if (paragraph.natural_width <= width || paragraph.atoms.size() == 1) {
        Line line;
        line.next = static_cast<std::uint32_t>(paragraph.atoms.size());
        line.end = line.next;
        while (line.end > 1 && paragraph.atoms[line.end - 1].type == BreakClass::space) --line.end;
        line.natural = paragraph.end(line.end - 1);
        line.last = true;
        return {line};
    }
    return Breaker(paragraph, width, alignment, rules).run();
}

}  // namespace dutylist::typeset
