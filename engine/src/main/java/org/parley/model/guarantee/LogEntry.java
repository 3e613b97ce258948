package org.parley.model.guarantee;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.model.CaseRecord;
import org.parley.model.InvalidValue;
import org.parley.model.InvalidValueException;
import org.parley.model.Visibility;
import org.parley.model.claim.SourceId;
import org.parley.model.date.Edtf;
import org.parley.model.party.PartyId;
import org.parley.model.step.StepId;

/// One record of the log. Entries are only added: a correction is a new entry.
///
/// @param id its id
/// @param says what it tells of
/// @param occurred when that happened, precise or not
/// @param reported when it was first told; default: when it was recorded
/// @param recorded when it entered the log
/// @param source where it is reported; sources that repeat one another count once
/// @param corrects the earlier entry, about the same incident, that it corrects or takes back
public record LogEntry(
    LogEntryId id,
    Fact says,
    Edtf occurred,
    @Nullable Edtf reported,
    Edtf recorded,
    List<SourceId> source,
    @Nullable LogEntryId corrects,
    Visibility visibility)
    implements CaseRecord {

  /// What an entry tells of.
  public sealed interface Fact {

    /// That an incident happened, and of what kind it was. Where nobody says which of two parties
    /// did it to the other, it is between them.
    record Report(
        IncidentId incident,
        String kind,
        @Nullable PartyId by,
        @Nullable PartyId on,
        List<PartyId> between,
        @Nullable String place,
        List<String> traits,
        @Nullable Severity severity)
        implements Fact {
      public Report {
        between = List.copyOf(between);
        traits = List.copyOf(traits);
      }
    }

    /// That a body found a trigger met, or not met.
    record Determined(IncidentId incident, PartyId by, boolean met) implements Fact {}

    /// A vote in a council on a question about an incident.
    record Vote(IncidentId incident, PartyId body, String question, PartyId by, boolean inFavour)
        implements Fact {}

    /// Something done in answer to an incident.
    record Act(IncidentId incident, PartyId by, String act) implements Fact {}

    /// The beneficiary's waiver of what is owed for an incident.
    record Waiver(IncidentId incident, GuaranteeId guarantee) implements Fact {}

    /// The use of a power after a breach.
    record Invocation(IncidentId incident, GuaranteeId guarantee, PartyId by) implements Fact {}

    /// That a step happened.
    record Reached(StepId step) implements Fact {}

    /// The beginning of a suspension.
    record Suspended(GuaranteeId guarantee, PartyId by) implements Fact {}

    /// The end of a suspension, by the party that began it.
    record Resumed(GuaranteeId guarantee, PartyId by) implements Fact {}

    /// An extension of the term.
    record Extended(GuaranteeId guarantee, Edtf until) implements Fact {}

    /// The end of a guarantee by termination.
    record Terminated(GuaranteeId guarantee, PartyId by) implements Fact {}

    /// That the entry it corrects is taken back.
    record TakenBack() implements Fact {}

    /// The incident it is about; absent where it is about a term, or takes an entry back.
    default @Nullable IncidentId incident() {
      return switch (this) {
        case Report(IncidentId incident, _, _, _, _, _, _, _) -> incident;
        case Determined(IncidentId incident, _, _) -> incident;
        case Vote(IncidentId incident, _, _, _, _) -> incident;
        case Act(IncidentId incident, _, _) -> incident;
        case Waiver(IncidentId incident, _) -> incident;
        case Invocation(IncidentId incident, _, _) -> incident;
        case Reached _, Suspended _, Resumed _, Extended _, Terminated _, TakenBack _ -> null;
      };
    }
  }

  /// How severe it was, in the unit of the case: the least, the likeliest and the most.
  public record Severity(long low, long best, long high) {
    public Severity {
      if (low > best || best > high) {
        throw new InvalidValueException(
            InvalidValue.Plain.SEVERITY_OUT_OF_ORDER, low + ", " + best + ", " + high);
      }
    }
  }

  public LogEntry {
    source = List.copyOf(source);
  }
}
