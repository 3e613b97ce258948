package org.parley.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The class of other agreements that a case is compared with: a choice, and the reason for it.
///
/// @param settles how much of their dispute they settle; null for all
/// @param about what their dispute is about; null for all
/// @param between who concluded them; null if that does not count
/// @param stage the stage of the process they were concluded at; null for all
/// @param topics the PA-X codes of the topics that each of them has; empty for all
/// @param why the reason for the choice; null if none is stated
public record CaseComparison(
    @Nullable SettledPart settles,
    @Nullable DisputedMatter about,
    @Nullable ConcludingParties between,
    @Nullable ComparedStage stage,
    List<String> topics,
    @Nullable String why) {

  public CaseComparison {
    topics = List.copyOf(topics);
  }

  /// How much of a dispute an agreement settles.
  public enum SettledPart {
    /// The whole of it.
    FULL,
    /// A part of it.
    PARTIAL,
    /// How it is negotiated.
    PROCESS
  }

  /// The subject of a dispute.
  public enum DisputedMatter {
    TERRITORY,
    GOVERNMENT,
    BOTH
  }

  /// Who concluded an agreement.
  public enum ConcludingParties {
    /// States, about a conflict between them.
    INTERSTATE,
    /// States and others, about a conflict within a state.
    MIXED,
    /// Parties within a state.
    INTRASTATE,
    /// Local parties, about a local conflict.
    LOCAL
  }

  /// The stage of a process.
  public enum ComparedStage {
    PRENEGOTIATION,
    CEASEFIRE,
    PARTIAL,
    COMPREHENSIVE,
    IMPLEMENTATION,
    RENEWAL,
    OTHER
  }
}
