package org.parley.bargain.cases;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.bargain.OptionSet;
import org.parley.bargain.Problem;
import org.parley.bargain.approval.Percents;
import org.parley.bargain.approval.VoteQuestion;
import org.parley.model.PartyId;
import org.parley.model.text.InstrumentId;

/// The approvals that follow signature, with the names of a case; indices are those of the problem.
///
/// @param stages the stages, in order
/// @param outsiders those who approve, and the blocs of bodies
public record ApprovalChain(List<ChainStage> stages, List<Outsider> outsiders) {

  /// Nobody approves after signature.
  public static final ApprovalChain NONE = new ApprovalChain(List.of(), List.of());

  /// A stage: one of its ways is enough.
  public record ChainStage(InstrumentId instrument, String title, List<Way> ways) {
    public ChainStage {
      ways = List.copyOf(ways);
    }
  }

  /// A way through a stage: all of its approvals are needed.
  ///
  /// @param when the terms under which it is open
  public record Way(List<OptionSet> when, List<Approver> approvers) {
    public Way {
      when = List.copyOf(when);
      approvers = List.copyOf(approvers);
    }

    public boolean isOpen(int[] options) {
      return when.stream().allMatch(term -> term.holdsIn(options));
    }
  }

  /// One approval.
  ///
  /// @param outsider the index of the outsider that approves
  /// @param rule the rule of its vote; empty if it agrees or refuses as one
  /// @param blocs the groups of a body; empty if none are on record
  /// @param expected the expected votes
  public record Approver(
      int outsider,
      Optional<VoteQuestion.VotingRule> rule,
      List<Faction> blocs,
      List<Expected> expected) {
    public Approver {
      blocs = List.copyOf(blocs);
      expected = List.copyOf(expected);
    }
  }

  /// A group of a body.
  ///
  /// @param outsider its index
  /// @param favour the share of its votes in favour; empty if its position decides
  /// @param assumed the assumption behind it; null if none
  public record Faction(
      int outsider, long seats, Optional<Percents> favour, @Nullable String assumed) {}

  /// An expected vote.
  ///
  /// @param when the terms for which it holds
  /// @param assumed the assumption behind it; null if none
  public record Expected(
      List<OptionSet> when, Percents favour, Optional<Percents> turnout, @Nullable String assumed) {
    public Expected {
      when = List.copyOf(when);
    }

    public boolean holds(int[] options) {
      return when.stream().allMatch(term -> term.holdsIn(options));
    }
  }

  /// A party, body or electorate that does not sign.
  ///
  /// @param label its short name
  /// @param figures its worths, red lines and baseline
  /// @param hasPosition whether a position on one of the points is on record
  public record Outsider(PartyId party, String label, Problem.Party figures, boolean hasPosition) {}

  public ApprovalChain {
    stages = List.copyOf(stages);
    outsiders = List.copyOf(outsiders);
  }

  public boolean isEmpty() {
    return stages.isEmpty();
  }
}
