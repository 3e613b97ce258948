package org.parley.model.act;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.model.vote.Threshold;
import org.parley.model.vote.VoteRule;

/// A ballot and its result. Unknown figures are left out.
///
/// @param question the question put
/// @param electorate who could vote: `the 166 members of the House`, `registered voters`
/// @param inFavour the votes in favour
/// @param against the votes against
/// @param abstained the abstentions, and blank or invalid votes
/// @param eligible the number of those who could vote
/// @param rule the rule for carrying it, in words
/// @param needs the rule in figures
/// @param carried whether it was carried, by its source
public record Ballot(
    String question,
    @Nullable String electorate,
    @Nullable Long inFavour,
    @Nullable Long against,
    @Nullable Long abstained,
    @Nullable Long eligible,
    @Nullable String rule,
    @Nullable VoteRule needs,
    Result carried) {

  /// The result of a vote by its rule.
  public enum Result {
    CARRIED,
    NOT_CARRIED,
    /// The source does not tell.
    UNKNOWN
  }

  /// A number of votes that the rule needs.
  ///
  /// @param kind the part of the rule
  /// @param needed the least number; empty if its base is not counted
  /// @param counted the number there were; empty if not counted
  public record VoteRequirement(Kind kind, Optional<Long> needed, Optional<Long> counted) {

    /// A part of a rule.
    public enum Kind {
      MAJORITY,
      QUORUM,
      SUPPORT
    }

    /// Whether it was reached; empty if a figure is missing.
    public Optional<Boolean> isReached() {
      return needed.flatMap(least -> counted.map(there -> there >= least));
    }
  }

  /// The requirements of the rule, if it is given in figures.
  public List<VoteRequirement> requirements() {
    if (needs == null) {
      return List.of();
    }
    Optional<Long> favour = Optional.ofNullable(inFavour);
    Optional<Long> electors = Optional.ofNullable(eligible);
    Optional<Long> base =
        switch (needs.base()) {
          case SIMPLE -> expressed();
          case OF_VOTES_CAST -> cast();
          case ABSOLUTE -> electors;
        };
    Threshold qualified = needs.qualified();
    Threshold quorum = needs.quorum();
    Threshold support = needs.support();
    List<VoteRequirement> all = new ArrayList<>();
    all.add(
        new VoteRequirement(
            VoteRequirement.Kind.MAJORITY,
            base.map(of -> qualified == null ? of / 2 + 1 : qualified.of(of)),
            favour));
    if (quorum != null) {
      all.add(new VoteRequirement(VoteRequirement.Kind.QUORUM, electors.map(quorum::of), cast()));
    }
    if (support != null) {
      all.add(new VoteRequirement(VoteRequirement.Kind.SUPPORT, electors.map(support::of), favour));
    }
    return List.copyOf(all);
  }

  /// The result by the figures and the rule; unknown if either is incomplete.
  public Result byRule() {
    List<Optional<Boolean>> reached =
        requirements().stream().map(VoteRequirement::isReached).toList();
    return reached.contains(Optional.of(false))
        ? Result.NOT_CARRIED
        : reached.isEmpty() || reached.contains(Optional.<Boolean>empty())
            ? Result.UNKNOWN
            : Result.CARRIED;
  }

  /// Whether the figures and the rule contradict the result of the source.
  public boolean isContradicted() {
    Result computed = byRule();
    return carried != Result.UNKNOWN && computed != Result.UNKNOWN && computed != carried;
  }

  private Optional<Long> expressed() {
    return inFavour == null || against == null
        ? Optional.empty()
        : Optional.of(Math.addExact(inFavour, against));
  }

  /// The number of votes cast, if counted.
  public Optional<Long> cast() {
    return inFavour == null || against == null
        ? Optional.empty()
        : Optional.of(Math.addExact(inFavour + against, abstained == null ? 0 : abstained));
  }

  /// The turnout in hundredths of a per cent, rounded half up, if counted.
  public Optional<Long> turnout() {
    Long voters = eligible;
    return voters == null || voters == 0
        ? Optional.empty()
        : cast().map(cast -> share(cast, voters));
  }

  /// The share of votes in favour among those for and against, in hundredths of a per cent, rounded
  /// half up, if counted.
  public Optional<Long> favour() {
    return inFavour == null || against == null || inFavour + against == 0
        ? Optional.empty()
        : Optional.of(share(inFavour, inFavour + against));
  }

  private static long share(long part, long whole) {
    BigInteger of = BigInteger.valueOf(whole);
    return BigInteger.valueOf(part)
        .multiply(BigInteger.valueOf(20_000))
        .add(of)
        .divide(of.shiftLeft(1))
        .longValueExact();
  }
}
