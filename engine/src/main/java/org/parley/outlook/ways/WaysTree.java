package org.parley.outlook.ways;

import java.util.List;
import org.parley.model.PartyId;
import org.parley.model.text.InstrumentId;
import org.parley.outlook.ways.Talks.BarrierKind;

/// The ways that talks can go, and who would have to move for each.
///
/// Of one day, exactly one way holds. Every text was signed by then; or some were, and not all. Or
/// none was signed, and one was abandoned; or none was signed or abandoned.
///
/// @param asIs what every text together needs
/// @param texts what each text needs by itself, the one with the fewest barriers first
/// @param values what falls if one issue is settled, the most first
public record WaysTree(Needs asIs, List<TextNeeds> texts, List<IssueValue> values) {

  /// The moves that lift barriers.
  ///
  /// @param barriers the barriers, by their number among those of the talks, from 0
  /// @param required the moves without which some barrier stays, by party in order of the barriers
  /// @param choices the barriers that more than one move lifts, and that no required move lifts
  public record Needs(List<Integer> barriers, List<PartyMoves> required, List<Integer> choices) {
    public Needs {
      barriers = List.copyOf(barriers);
      required = List.copyOf(required);
      choices = List.copyOf(choices);
    }
  }

  /// The issues on which one party would have to move.
  public record PartyMoves(PartyId party, List<TalksIssue> issues) {
    public PartyMoves {
      issues = List.copyOf(issues);
    }
  }

  /// The moves that one text needs.
  public record TextNeeds(InstrumentId text, Needs needs) {}

  /// The barriers that fall if one issue is settled and all else stays.
  ///
  /// @param issue the issue
  /// @param movers the parties that would have to move
  /// @param openPoints the open points that fall: one for each party
  /// @param clashes the clashes that fall
  /// @param knots the knots that fall
  /// @param approvals the stages of approval whose chance it changes
  /// @param frees the texts that no barrier keeps back any more
  public record IssueValue(
      TalksIssue issue,
      List<PartyId> movers,
      int openPoints,
      int clashes,
      int knots,
      int approvals,
      List<InstrumentId> frees) {
    public IssueValue {
      movers = List.copyOf(movers);
      frees = List.copyOf(frees);
    }

    /// How many barriers fall.
    public int barriers() {
      return openPoints + clashes + knots;
    }

    /// How many barriers of a kind fall.
    public int of(BarrierKind kind) {
      return switch (kind) {
        case OPEN_POINT -> openPoints;
        case CLASH -> clashes;
        case KNOT -> knots;
      };
    }
  }

  public WaysTree {
    texts = List.copyOf(texts);
    values = List.copyOf(values);
  }

  /// The texts with the fewest barriers; none if one text alone is open, since it is signed or not.
  public List<TextNeeds> nearest() {
    return texts.size() < 2
        ? List.of()
        : texts.stream()
            .filter(
                each ->
                    each.needs().barriers().size() == texts.getFirst().needs().barriers().size())
            .toList();
  }
}
