package org.parley.web.sequence;

import java.util.ArrayList;
import java.util.List;
import org.parley.sequence.Loop;
import org.parley.sequence.knots.Knot;
import org.parley.web.view.OpenCase;
import org.parley.wording.KnotWording;
import org.parley.wording.SequenceWording;

/// A knot as shown.
///
/// @param number its number, from 1
/// @param heading a short description
/// @param supposed the readings under which it is a knot, in words; empty for all
/// @param untied the readings that resolve it, in a sentence
/// @param loops the loops that prove it
public record KnotView(
    int number, String heading, String supposed, String untied, List<LoopView> loops) {

  /// One loop: the ring and its bounds in words.
  ///
  /// @param name the name of its picture, for addresses
  /// @param shortBy by how much it does not close, in words
  public record LoopView(String name, Ring ring, String shortBy, List<Reason> reasons) {
    public LoopView {
      reasons = List.copyOf(reasons);
    }
  }

  public KnotView {
    loops = List.copyOf(loops);
  }

  static KnotView of(OpenCase open, SequenceWording words, Knot knot, int number) {
    var knots = new KnotWording(words);
    List<LoopView> rounds = new ArrayList<>();
    for (Loop loop : knot.loops()) {
      List<Reason> reasons =
          loop.links().stream().map(link -> Reason.of(open, words, link)).toList();
      rounds.add(
          new LoopView(
              name(number, rounds.size() + 1),
              Ring.of(reasons.stream().map(Reason::shortBy).toList()),
              words.length(loop.shortBy()),
              reasons));
    }
    return new KnotView(
        number,
        knots.heading(knot),
        knot.readings().isEmpty() ? "" : knots.with(knot.readings()),
        knots.untied(knot),
        rounds);
  }

  private static String name(int knot, int loop) {
    return "knot-" + knot + (loop == 1 ? "" : "-" + loop);
  }
}
