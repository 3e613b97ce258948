package org.parley.model.position;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.model.CaseRecord;
import org.parley.model.PartyId;
import org.parley.model.Visibility;
import org.parley.model.claim.ClaimId;
import org.parley.model.text.Amount;
import org.parley.model.text.OptionId;
import org.parley.model.text.PointId;

/// An issue linkage: points that cannot be settled one by one.
///
/// Options of one point in the same list are alternatives: one of them suffices.
///
/// @param id its id
/// @param text the linkage in words
/// @param tie its form: exclusion, implication, joint worth, cap or budget
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

    /// A budget: the amounts of the options chosen add up to no more, or no less, than a bound.
    ///
    /// @param amounts the amount of each option; one that is not named counts as 0
    /// @param unit the unit of the amounts, as read after a number
    record Budget(
        Map<OptionId, Amount> amounts,
        @Nullable Amount atLeast,
        @Nullable Amount atMost,
        @Nullable String unit)
        implements Tie {

      /// The most digits, before and after the point together, in which all amounts are exact.
      private static final int MOST_DIGITS = 17;

      public Budget {
        amounts = Collections.unmodifiableSortedMap(new TreeMap<>(amounts));
      }

      /// Whether there is a bound, and the lower one is not above the upper one.
      public boolean bounds() {
        return atLeast == null ? atMost != null : atMost == null || atLeast.compareTo(atMost) <= 0;
      }

      /// The decimals in which every number of it is whole.
      public int decimals() {
        return numbers().mapToInt(BigDecimal::scale).max().orElse(0);
      }

      /// Whether all sums of its amounts fit into a whole number of those decimals.
      public boolean isExact() {
        BigDecimal sum = numbers().map(BigDecimal::abs).reduce(BigDecimal.ZERO, BigDecimal::add);
        return sum.setScale(decimals(), RoundingMode.UNNECESSARY).precision() <= MOST_DIGITS;
      }

      private Stream<BigDecimal> numbers() {
        return Stream.concat(amounts.values().stream(), Stream.of(atLeast, atMost))
            .filter(Objects::nonNull)
            .map(each -> each.value().stripTrailingZeros())
            .map(each -> each.scale() < 0 ? each.setScale(0) : each);
      }
    }
  }

  public Linkage {
    claims = List.copyOf(claims);
    points = List.copyOf(points);
  }
}
