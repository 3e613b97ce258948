package org.parley.model.position;

import java.util.List;
import org.parley.model.CaseRecord;
import org.parley.model.PartyId;
import org.parley.model.Visibility;
import org.parley.model.claim.ClaimId;
import org.parley.model.text.OptionId;
import org.parley.model.text.PointId;

/// An issue linkage: points that cannot be settled one by one.
///
/// Options of one point in the same list are alternatives: one of them suffices.
///
/// @param id its id
/// @param text the linkage in words
/// @param tie its form: exclusion, implication, joint worth or cap
/// @param claims the claims it rests on
/// @param points the points of its text
/// @param illustrative whether it is an illustration, not drawn from claims or texts
public record Linkage(
    LinkageId id,
    String text,
    Tie tie,
    List<ClaimId> claims,
    List<PointId> points,
    boolean illustrative,
    Visibility visibility)
    implements CaseRecord {

  /// The form of a linkage.
  public sealed interface Tie {

    /// An exclusion: these cannot all be chosen together.
    record Never(List<OptionId> together) implements Tie {
      public Never {
        together = List.copyOf(together);
      }
    }

    /// An implication: if all of the first are chosen, at least one of the second must be.
    record IfThen(List<OptionId> when, List<OptionId> oneOf) implements Tie {
      public IfThen {
        when = List.copyOf(when);
        oneOf = List.copyOf(oneOf);
      }
    }

    /// A joint worth: chosen together they are worth more to a party than one by one, or less if
    /// negative.
    record JointWorth(PartyId party, List<OptionId> when, Worth worth) implements Tie {
      public JointWorth {
        when = List.copyOf(when);
      }
    }

    /// A cap: no package is worth more than this to a party, whatever its points add up to.
    record Cap(PartyId party, Worth worth) implements Tie {}
  }

  public Linkage {
    claims = List.copyOf(claims);
    points = List.copyOf(points);
  }
}
