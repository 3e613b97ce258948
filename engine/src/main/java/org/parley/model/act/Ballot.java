package org.parley.model.act;

import java.math.BigInteger;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A ballot and its result. Unknown figures are left out.
///
/// @param question the question put
/// @param electorate who could vote: `the 166 members of the House`, `registered voters`
/// @param inFavour the votes in favour
/// @param against the votes against
/// @param abstained the abstentions, and blank or invalid votes
/// @param eligible the number of those who could vote
/// @param rule the rule for carrying it: `a majority, of at least 13 % of those eligible`
/// @param carried whether it was carried
public record Ballot(
    String question,
    @Nullable String electorate,
    @Nullable Long inFavour,
    @Nullable Long against,
    @Nullable Long abstained,
    @Nullable Long eligible,
    @Nullable String rule,
    Result carried) {

  /// The result of a vote by its rule.
  public enum Result {
    CARRIED,
    NOT_CARRIED,
    /// The source does not tell.
    UNKNOWN
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
