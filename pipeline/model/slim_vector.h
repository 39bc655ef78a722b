#pragma once

#include <cstddef>
#include <initializer_list>
#include <iterator>
#include <memory>
#include <utility>
#include <vector>

namespace dutylist {

// A vector for what most owners have nothing of: it takes one pointer as long as it is empty. A
// large sheet has a million cells, few of them with blocks and hardly any with restored labels.
template <typename T>
class SlimVector {
public:
    using value_type = T;
    using iterator = T*;
    using const_iterator = const T*;

    SlimVector() = default;
    SlimVector(std::initializer_list<T> values) : SlimVector(std::vector<T>(values)) {}
    SlimVector(std::vector<T> values)  // NOLINT: a vector may be given where a slim one is kept
        : elements_(values.empty() ? nullptr
                                   : std::make_unique<std::vector<T>>(std::move(values))) {}
    SlimVector(const SlimVector& other)
        : elements_(other.empty() ? nullptr : std::make_unique<std::vector<T>>(*other.elements_)) {}
    SlimVector& operator=(const SlimVector& other) {
        SlimVector copy(other);
        elements_.swap(copy.elements_);
        return *this;
    }
    // What was moved from is empty.
    SlimVector(SlimVector&&) noexcept = default;
    SlimVector& operator=(SlimVector&&) noexcept = default;
    ~SlimVector() = default;

    bool empty() const { return size() == 0; }
    std::size_t size() const { return elements_ ? elements_->size() : 0; }
    T* data() { return elements_ ? elements_->data() : nullptr; }
    const T* data() const { return elements_ ? elements_->data() : nullptr; }
    T* begin() { return data(); }
    T* end() { return data() + size(); }
    const T* begin() const { return data(); }
    const T* end() const { return data() + size(); }
    std::reverse_iterator<const T*> rbegin() const { return std::reverse_iterator(end()); }
    std::reverse_iterator<const T*> rend() const { return std::reverse_iterator(begin()); }
    T& operator[](std::size_t index) { return (*elements_)[index]; }
    const T& operator[](std::size_t index) const { return (*elements_)[index]; }
    T& front() { return elements_->front(); }
    const T& front() const { return elements_->front(); }
    T& back() { return elements_->back(); }
    const T& back() const { return elements_->back(); }

    void push_back(T value) {
        if (!elements_) elements_ = std::make_unique<std::vector<T>>();
        elements_->push_back(std::move(value));
    }
    void clear() { elements_.reset(); }

    friend bool operator==(const SlimVector& a, const SlimVector& b) {
        if (a.empty() || b.empty()) return a.empty() == b.empty();
        return *a.elements_ == *b.elements_;
    }

private:
    std::unique_ptr<std::vector<T>> elements_;
};

}  // namespace dutylist
