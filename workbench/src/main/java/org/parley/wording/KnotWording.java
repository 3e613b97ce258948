package org.parley.wording;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.parley.model.cases.CaseView;
import org.parley.model.step.DemandId;
import org.parley.model.step.TermId;
import org.parley.sequence.Loop;
import org.parley.sequence.SequenceProblem;
import org.parley.sequence.knots.Knot;
import org.parley.sequence.knots.KnotSummary;
import org.parley.sequence.knots.WayOut;

/// Knots and ways out, in one language.
public final class KnotWording {

  private final SequenceWording words;
  private final Messages messages;

  public KnotWording(SequenceWording words) {
    this.words = words;
    this.messages = words.messages();
  }

  /// In the current language.
  public static KnotWording of(SequenceProblem problem) {
    return new KnotWording(SequenceWording.of(problem));
  }

  /// The result of the search for knots.
  public Answer summary(KnotSummary summary, CaseView view) {
    return switch (summary) {
      case KnotSummary.NoSteps _ -> Answer.of(messages.say("sequence.no-steps"));
      case KnotSummary.NoDemands _ -> Answer.of(messages.say("sequence.no-demands"));
      case KnotSummary.NoKnots(boolean complete) ->
          Answer.of(messages.say("sequence.no-knots", "proved", complete));
      case KnotSummary.Tied tied ->
          new Answer(
              messages.say(
                  "sequence.tied",
                  "knots",
                  tied.knots(),
                  "readings",
                  new Messages.Select(
                      tied.firm() == 0 ? "all" : tied.firm() == tied.knots() ? "none" : "some"),
                  "firm",
                  tied.firm()),
              List.of(
                  messages.say(
                      "sequence.tied-parties",
                      "parties",
                      new CaseNames(messages, view).parties(tied.parties())),
                  messages.say("sequence.tied-extent", "extent", tied.extent())));
    };
  }

  /// A knot in a few words: "2 demands cannot all hold".
  public String heading(Knot knot) {
    return messages.text("sequence.knot.heading", "demands", knot.demands().size());
  }

  /// The readings under which a knot is tied, a plan holds or an answer is given: "With “in effect”
  /// read as signed".
  public String with(Map<TermId, String> readings) {
    return messages.text("sequence.with", "readings", words.readings(readings));
  }

  /// The readings as an introduction.
  public String withHead(Map<TermId, String> readings) {
    return messages.text("sequence.with-head", "readings", words.readings(readings));
  }

  /// The readings that resolve a knot, in a sentence.
  public String untied(Knot knot) {
    return knot.isFirm()
        ? messages.text("sequence.knot.firm")
        : messages.text(
            "sequence.knot.untied",
            "readings",
            String.join(
                messages.pattern("sequence.knot.or"),
                knot.untiedBy().stream().map(words::readings).toList()));
  }

  /// A knot, a line each: the conflict, the parties, the loop, and the resolving readings.
  public List<String> lines(Knot knot) {
    List<String> lines = new ArrayList<>();
    lines.add(
        messages.text(
            "sequence.knot.title",
            "demands",
            knot.demands().size(),
            "read",
            !knot.readings().isEmpty(),
            "readings",
            words.readings(knot.readings())));
    knot.demands().forEach(demand -> lines.add("  " + words.whose(demand)));
    for (Loop loop : knot.loops()) {
      lines.add(
          "  " + messages.text("sequence.knot.short", "length", words.length(loop.shortBy())));
      loop.links().forEach(link -> lines.add("    " + words.boundOfConflict(link)));
    }
    lines.add("  " + untied(knot));
    return lines;
  }

  /// By how much to weaken a demand instead of dropping it.
  public String weaken(DemandId demand, long units) {
    return messages.text("sequence.way.weaken", "demand", demand, "length", words.length(units));
  }

  /// A way out, with whose demands it touches.
  public String way(WayOut way) {
    List<String> parts = new ArrayList<>();
    if (!way.readings().isEmpty()) {
      parts.add(words.readings(way.readings()));
    }
    way.drop()
        .forEach(
            demand ->
                parts.add(
                    messages.text(
                        "sequence.way.without",
                        "demand",
                        words.quoted(words.problem().get(demand).text()))));
    List<String> touches = new ArrayList<>();
    if (!way.touches().isEmpty()) {
      touches.add(
          messages.text(
              "sequence.way.touches",
              "parties",
              SequenceWording.ids(way.touches().stream().sorted().toList())));
    }
    if (!way.readings().isEmpty()) {
      touches.add(
          messages.text(
              "sequence.way.settles",
              "parties",
              SequenceWording.ids(words.problem().speakersOf(way.readings().keySet()))));
    }
    return messages.text(
        "sequence.way",
        "changes",
        String.join(messages.pattern("semicolon"), parts),
        "touches",
        String.join(", ", touches));
  }
}
