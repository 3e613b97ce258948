package org.parley.wording;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.model.PartyId;
import org.parley.model.cases.CaseView;
import org.parley.model.text.Segment;
import org.parley.redline.Move;

/// Changes between two versions of a text, and who moved: "Aland now holds “shall”".
public final class TextMoveWording {

  private final Messages messages;
  private final CaseNames names;

  public TextMoveWording(Messages messages, CaseView view) {
    this.messages = messages;
    this.names = new CaseNames(messages, view);
  }

  /// A move in one sentence, without its full stop.
  public String sentence(Move move) {
    return switch (move) {
      case Move.Settled settled -> settled(settled);
      case Move.Opened(Segment.Bracket bracket, String words) ->
          messages.text(
              "text-move.opened",
              "label",
              label(bracket),
              "replaces",
              !words.isEmpty(),
              "words",
              quoted(words));
      case Move.Went(PartyId party, Segment.Alternative from, Segment.Alternative to) ->
          messages.text(
              "text-move.went",
              "how",
              new Messages.Select(from == null ? "to" : to == null ? "from" : "both"),
              "party",
              names.party(party),
              "from",
              words(from),
              "to",
              words(to));
      case Move.Reworded(Segment.Alternative before, Segment.Alternative after) ->
          messages.text(
              "text-move.reworded",
              "holders",
              holders(after.holders()),
              "before",
              words(before),
              "after",
              words(after));
      case Move.Redrafted(String removed, String added) ->
          messages.text(
              "text-move.redrafted",
              "how",
              new Messages.Select(
                  removed.isEmpty() ? "added" : added.isEmpty() ? "removed" : "both"),
              "removed",
              quoted(removed),
              "added",
              quoted(added));
    };
  }

  private String settled(Move.Settled settled) {
    Segment.Alternative taken = settled.taken();
    String label = label(settled.bracket());
    if (taken == null) {
      return messages.text(
          "text-move.settled-anew",
          "label",
          label,
          "empty",
          settled.words().isEmpty(),
          "words",
          quoted(settled.words()));
    }
    return messages.text(
        "text-move.settled",
        "label",
        label,
        "words",
        words(taken),
        "held",
        !settled.got().isEmpty(),
        "got",
        holders(settled.got()),
        "yielded",
        !settled.gave().isEmpty(),
        "gave",
        holders(settled.gave()));
  }

  /// The label of a bracket after a space; empty for none.
  private static String label(Segment.Bracket bracket) {
    return bracket.label() == null ? "" : " " + bracket.label();
  }

  private String holders(List<PartyId> parties) {
    return parties.isEmpty() ? messages.text("text-move.no-holder") : names.parties(parties).text();
  }

  private String words(Segment.@Nullable Alternative alternative) {
    if (alternative == null) {
      return messages.text("text-move.nothing");
    }
    String words = alternative.words();
    return words == null ? messages.text("text.no-text") : quoted(words);
  }

  private String quoted(String words) {
    return messages.text("quotation", "words", words.strip());
  }
}
