/// The drill as a conversation: sentences, and words about the conversation itself.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sim/session/pacer.h"
#include "tools/perception.h"
#include "tools/program.h"

namespace polldrill {

class Conversation {
  public:
    Conversation(Session& session, const sim::Reader& reader, double rate, bool by_itself);

    /// Does what a line says and tells what came of it.
    std::string answer(const std::string& line);

    /// Lets time pass by itself, when it does; tells what happened.
    std::string idle();

    /// "07:31:02 chair> "
    std::string prompt() const;
    std::vector<std::string> complete(const std::string& typed) const;

    bool over() const { return quit_ || session_.finished(); }
    std::string greeting() const;

  private:
    std::string act(const std::string& line);
    std::string say(sim::Command command);
    std::string help(const std::string& verb) const;
    std::string wait(const std::string& what);
    std::string wait_for(const std::string& condition);
    std::string checklist() const;
    std::string set_rate(const std::string& text);
    std::string freeze();
    std::string go_on();
    std::string post_of(const std::string& text);
    std::string news() { return perception_.news(session_, reader_); }
    bool holds(sim::PostId post) const;
    std::string_view tr(const char* text) const { return reader_.translate(text); }

    Session& session_;
    const sim::Reader& reader_;
    Perception perception_;
    sim::Pacer pacer_;
    double rate_ = 1;  ///< to go on with after a freeze
    bool by_itself_;   ///< time can pass by itself
    bool quit_ = false;
    sim::PostId post_ = sim::no_post;  ///< who speaks when no post is named
};

}  // namespace polldrill
