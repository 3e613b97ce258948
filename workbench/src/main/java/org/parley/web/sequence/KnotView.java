package org.parley.web.sequence;

import java.util.ArrayList;
import java.util.List;
import org.parley.sequence.Loop;
import org.parley.sequence.knots.Knot;
import org.parley.sequence.knots.Wording;
import org.parley.web.view.OpenCase;
import org.parley.web.view.Say;

/// A knot as it is shown.
///
/// @param number its place in the list, from 1
/// @param heading what it is, in a few words
/// @param supposed the readings under which it is tied, in words; empty where it is tied whatever
///   terms mean
/// @param untied what unties it, in a sentence
/// @param loops the loops that prove it
public record KnotView(
    int number, String heading, String supposed, String untied, List<Round> loops) {

  /// One loop: the ring and its bounds in words.
  ///
  /// @param shortBy by how much it does not close, in words
  public record Round(Ring ring, String shortBy, List<Reason> reasons) {
    public Round {
      reasons = List.copyOf(reasons);
    }
  }

  public KnotView {
    loops = List.copyOf(loops);
  }

  static KnotView of(OpenCase open, Wording words, Knot knot, int number) {
    List<Round> rounds = new ArrayList<>();
    for (Loop loop : knot.loops()) {
      List<Reason> reasons =
          loop.links().stream().map(link -> Reason.of(open, words, link)).toList();
      rounds.add(
          new Round(
              Ring.of(reasons.stream().map(Reason::shortBy).toList()),
              words.problem().scale().lengthInWords(loop.shortBy()),
              reasons));
    }
    int demands = knot.demands().size();
    return new KnotView(
        number,
        demands == 0
            ? "What is fixed cannot hold"
            : demands == 1
                ? "One demand cannot hold"
                : Say.sentence(Say.count(demands, "demand", "demands")) + " cannot all hold",
        Print.words(words.readings(knot.readings())),
        knot.isFirm()
            ? "No reading of a contested term unties it: some demand would have to move."
            : "Untied by "
                + Print.words(
                    String.join(", or by ", knot.untiedBy().stream().map(words::readings).toList()))
                + ".",
        rounds);
  }
}
