package org.parley.bargain.approval;

import java.util.List;
import java.util.Optional;
import org.parley.exact.Rational;

/// A vote with its rule, and what is known of how it may go.
public sealed interface VoteQuestion {

  /// The rule by which it carries.
  VotingRule rule();

  /// A vote of a body whose members all vote.
  ///
  /// @param blocs its groups, at least one
  record OfBody(VotingRule rule, List<Group> blocs) implements VoteQuestion {
    public OfBody {
      blocs = List.copyOf(blocs);
      if (blocs.isEmpty()) {
        throw new IllegalArgumentException("a vote of nobody");
      }
    }
  }

  /// A vote of an electorate.
  ///
  /// @param favour the share in favour of the base of the majority; empty if nothing is known of it
  /// @param turnout the share of those eligible that votes; empty if nothing is known of it
  record OfElectorate(VotingRule rule, Optional<Percents> favour, Optional<Percents> turnout)
      implements VoteQuestion {}

  /// The rule of a vote.
  ///
  /// @param atLeast the least share in favour; empty for more than half
  /// @param ofEligible whether it is a share of those eligible, in place of the votes for and
  ///   against
  /// @param turnout the least share of those eligible that votes; 0 for none
  /// @param electorate the least share of those eligible that votes in favour; 0 for none
  record VotingRule(
      Optional<Rational> atLeast, boolean ofEligible, Rational turnout, Rational electorate) {

    /// More votes for than against.
    public static final VotingRule MAJORITY =
        new VotingRule(Optional.empty(), false, Rational.ZERO, Rational.ZERO);
  }

  /// A group that votes.
  ///
  /// @param seats its votes
  /// @param favour the share of its votes in favour; empty if nothing is known of it
  record Group(long seats, Optional<Percents> favour) {}
}
