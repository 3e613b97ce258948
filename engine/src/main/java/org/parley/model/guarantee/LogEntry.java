package org.parley.model.guarantee;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.model.CaseRecord;
import org.parley.model.InvalidValue;
import org.parley.model.InvalidValueException;
import org.parley.model.PartyId;
import org.parley.model.Visibility;
import org.parley.model.date.Edtf;
import org.parley.model.source.SourceId;
import org.parley.model.step.StepId;

/// An entry of the event log, which is append-only: a correction is a new entry.
///
/// @param id its id
/// @param says the fact
/// @param occurred its date, precise or not
/// @param reported the first report; default: `recorded`
/// @param recorded the moment of recording
/// @param source its sources; sources that relay one another count once
/// @param corrects the earlier entry about the same incident that it corrects or retracts
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

  /// The fact of an entry.
  public sealed interface Fact {

    /// A report of an incident and its kind. An unattributed incident names the two parties it was
    /// between.
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

    /// A determination by a body that a trigger was met, or was not.
    record Determined(IncidentId incident, PartyId by, boolean met) implements Fact {}

    /// A vote in a council on a question about an incident.
    record Vote(IncidentId incident, PartyId body, String question, PartyId by, boolean inFavour)
        implements Fact {}

    /// An act in response to an incident.
    record ResponseAct(IncidentId incident, PartyId by, String act) implements Fact {}

    /// The beneficiary's waiver of the duties for an incident.
    record Waiver(IncidentId incident, GuaranteeId guarantee) implements Fact {}

    /// The invocation of a power after a breach.
    record Invocation(IncidentId incident, GuaranteeId guarantee, PartyId by) implements Fact {}

    /// The completion of a step.
    record Reached(StepId step) implements Fact {}

    /// The beginning of a suspension.
    record Suspended(GuaranteeId guarantee, PartyId by) implements Fact {}

    /// The end of a suspension, by the party that began it.
    record Resumed(GuaranteeId guarantee, PartyId by) implements Fact {}

    /// An extension of the term.
    record Extended(GuaranteeId guarantee, Edtf until) implements Fact {}

    /// The end of a guarantee by termination.
    record Terminated(GuaranteeId guarantee, PartyId by) implements Fact {}

    /// The retraction of the entry it corrects.
    record TakenBack() implements Fact {}

    /// The incident; null for entries about a term, and retractions.
    default @Nullable IncidentId incident() {
      return switch (this) {
        case Report(IncidentId incident, _, _, _, _, _, _, _) -> incident;
        case Determined(IncidentId incident, _, _) -> incident;
        case Vote(IncidentId incident, _, _, _, _) -> incident;
        case ResponseAct(IncidentId incident, _, _) -> incident;
        case Waiver(IncidentId incident, _) -> incident;
        case Invocation(IncidentId incident, _, _) -> incident;
        case Reached _, Suspended _, Resumed _, Extended _, Terminated _, TakenBack _ -> null;
      };
    }
  }

  /// The severity, in the unit of the case: the least, the most likely and the greatest.
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
