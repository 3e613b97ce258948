package org.parley.guarantees.coverage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.parley.guarantees.coverage.Coverage.Protection;
import org.parley.guarantees.coverage.Coverage.Reason;
import org.parley.guarantees.coverage.Coverage.Silence;
import org.parley.guarantees.coverage.Coverage.Strip;

/// An interval without an answer to a threat, with the reasons.
///
/// @param threat the index of the threat
/// @param from its first moment, inclusive
/// @param until its end, exclusive
/// @param strips its strips
public record Hole(int threat, long from, long until, List<Strip> strips) {

  public Hole {
    strips = List.copyOf(strips);
  }

  /// The hole of one strip.
  public static Hole of(Strip strip) {
    return new Hole(strip.threat(), strip.from(), strip.until(), List.of(strip));
  }

  /// The holes of a coverage. Consecutive strips of one grade form one hole.
  public static List<Hole> list(Coverage coverage) {
    List<Hole> holes = new ArrayList<>();
    for (Strip strip : coverage.holes()) {
      Hole last = holes.isEmpty() ? null : holes.getLast();
      if (last != null
          && last.threat() == strip.threat()
          && last.until() == strip.from()
          && last.grade() == strip.grade()) {
        List<Strip> both = new ArrayList<>(last.strips());
        both.add(strip);
        holes.set(holes.size() - 1, new Hole(last.threat(), last.from(), strip.until(), both));
      } else {
        holes.add(of(strip));
      }
    }
    return holes;
  }

  /// The best grade in the interval that is not a duty to act.
  public Protection grade() {
    return strips.stream()
        .map(Strip::grade)
        .max(Comparator.naturalOrder())
        .orElse(Protection.NOTHING);
  }

  /// The guarantees that cover the threat and do not answer, each reason once; empty if no
  /// guarantee covers it.
  public List<Silence> silences() {
    Set<Silence> silences = new LinkedHashSet<>();
    for (Strip strip : strips) {
      for (Silence silence : strip.silences()) {
        if (silence.reason() != Reason.OUT_OF_REACH) {
          silences.add(silence);
        }
      }
    }
    return List.copyOf(silences);
  }
}
