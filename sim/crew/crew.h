/// Who works the posts that no trainee holds. The expert is a function of what a post can perceive
/// and of the procedures: it stands outside the world, says sentences like anyone else, and goes on
/// from what it sees after a rewind. Beside it stand a crew that does nothing and one that leaves
/// out every Nth step.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "sim/station/lookout.h"
#include "sim/station/world.h"
#include "sim/world/post.h"

namespace sim {

enum class CrewKind : std::uint8_t { expert, idle, skip };

struct CrewPlan {
    CrewKind kind = CrewKind::expert;
    int skip = 0;  ///< skip: leaves out every Nth step
    friend bool operator==(const CrewPlan&, const CrewPlan&) = default;
};

/// One crew at work. What it keeps beyond the world (which steps it has finished) spares looking
/// again and can be found anew by looking.
class Crew {
  public:
    /// `held` posts are the trainee's: the crew leaves them alone.
    Crew(std::shared_ptr<const Setup> setup, CrewPlan plan, std::array<bool, post_count> held);

    /// What the post does now; nothing while it is busy, held by the trainee, or has to wait. Says
    /// nothing that would be refused.
    std::optional<Command> decide(const World& world, PostId post);

    /// Whether a step was found finished since this was asked last: those who wait for it may act
    /// now, though nothing happens any more.
    bool take_progress() { return std::exchange(progressed_, false); }

    /// When someone who waits for a `for:` wants to look again, though nothing happens until then;
    /// engine::never when nobody does. Forgotten by asking.
    Time take_look() { return std::exchange(look_, engine::never); }

    /// Looks on while a recording is played again: what was finished meanwhile stays known, though
    /// its signs have gone by the end.
    void watch(const World& world);

    /// The trainee takes or gives back a post.
    void hold(PostId post, bool held) { held_[static_cast<std::size_t>(post)] = held; }
    bool holds_post(PostId post) const { return held_[static_cast<std::size_t>(post)]; }

    /// Steps the plan leaves out, as (procedure, step) of the setup.
    const std::vector<std::pair<int, int>>& left_out() const { return left_out_; }

  private:
    struct Work {
        const Procedure* procedure = nullptr;
        const Step* step = nullptr;
        std::size_t first = 0;  ///< index of the procedure's first step in `work_`
        std::size_t place = 0;  ///< among its post's duties
        bool recovery = false;  ///< of a malfunction: begins anew when all is done
        bool opens = false;  ///< the first step, of whichever unit: its sign is the malfunction's
        bool skipped = false;
        bool begun = false;     ///< recovery: its sign has been seen
        bool underway = false;  ///< recovery: its first sentence is said, the last one is not
        bool done = false;
        int waits_for = 0;              ///< steps it comes after that are still to be done
        std::vector<std::size_t> next;  ///< steps that come after it
        Since when_since, done_since;
        Time touched = 0;  ///< of a procedure's first step: when any of its steps was last at work
    };

    /// The steps of one post. Most are far away at any moment, and cost nothing then.
    struct Duties {
        std::vector<std::size_t> work;  ///< indices of `work_`, by priority, then file order
        // A bit each:
        std::vector<std::uint64_t> turn;      ///< may be at work: nothing before it, not done yet
        std::vector<std::uint64_t> begun;     ///< to be looked at whether it is done
        std::vector<std::uint64_t> underway;  ///< to be looked at in any case
        Lookout when, done;
    };

    void add(const Procedure& procedure, bool recovery, int number);
    void order_duties();
    void mark(const Work& work);
    static std::optional<std::size_t> next_place(const Duties& duties, std::size_t from);
    void set_done(Work& work, bool done);
    bool its_time(const World& world, Work& work);
    bool finished(const World& world, Work& work, PostId post);
    bool due(const World& world, Work& work);
    bool wants(const World& world, Work& work, PostId post);
    const Sentence* next_sentence(const World& world, const Work& work, PostId post) const;
    bool all_said(const World& world, const Work& work, PostId post) const;
    void begin_again(Work& last);
    void reset(const Work& work);
    static bool returns(const Work& work);
    bool returned(const World& world, Work& work);

    std::shared_ptr<const Setup> setup_;
    CrewPlan plan_;
    std::array<bool, post_count> held_;
    std::vector<Work> work_;
    std::array<Duties, post_count> duties_;
    std::vector<std::pair<int, int>> left_out_;
    bool progressed_ = false;
    Time look_ = engine::never;
};

}  // namespace sim
