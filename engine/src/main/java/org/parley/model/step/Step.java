package org.parley.model.step;

import java.time.LocalDate;
import java.time.Period;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.parley.model.CaseRecord;
import org.parley.model.LocalizedText;
import org.parley.model.Visibility;
import org.parley.model.claim.SourceId;
import org.parley.model.date.Edtf;
import org.parley.model.party.PartyId;
import org.parley.model.text.InstrumentId;
import org.parley.model.text.InstrumentStatus;

/// One thing that is to happen on the way: an event in the life of an instrument, or an act of
/// implementation.
///
/// @param id its id
/// @param title what happens
/// @param instrument the instrument it is an event of
/// @param event which event of that instrument
/// @param by who does it
/// @param verifiedBy who verifies it
/// @param duration how long it takes; default: no time
/// @param happened when it was done; absent where it was not
/// @param irreversible whether it cannot be undone
/// @param worth what it is worth to each party: positive to who receives it, negative to who gives
///   it
/// @param progress how much of it was observed to be carried out, and when
/// @param source where it is reported
/// @param assumed what was assumed where no claim or source says: names of keys, with the reason
public record Step(
    StepId id,
    LocalizedText title,
    @Nullable InstrumentId instrument,
    @Nullable InstrumentStatus event,
    List<PartyId> by,
    List<PartyId> verifiedBy,
    @Nullable Duration duration,
    @Nullable Edtf happened,
    boolean irreversible,
    Map<PartyId, Long> worth,
    List<Observed> progress,
    List<SourceId> source,
    Map<String, String> assumed,
    Visibility visibility)
    implements CaseRecord {

  /// How long a step takes.
  ///
  /// @param least the least it takes
  /// @param most the most it takes
  /// @param contingent whether others decide how long, within these bounds
  public record Duration(Period least, Period most, boolean contingent) {}

  /// How much of a step was carried out on a day; it holds until the next observation.
  ///
  /// @param date the day of the observation
  /// @param level how much
  /// @param source where it is reported
  public record Observed(LocalDate date, Level level, List<SourceId> source) {
    public Observed {
      source = List.copyOf(source);
    }
  }

  /// How much of a step was carried out, on the scale of the Peace Accords Matrix.
  public enum Level {
    NOT_BEGUN,
    MINIMAL,
    INTERMEDIATE,
    FULL
  }

  public Step {
    progress = List.copyOf(progress);
    by = List.copyOf(by);
    verifiedBy = List.copyOf(verifiedBy);
    worth = Collections.unmodifiableSortedMap(new TreeMap<>(worth));
    source = List.copyOf(source);
    assumed = Collections.unmodifiableSortedMap(new TreeMap<>(assumed));
  }

  @Override
  public Step in(String language) {
    return new Step(
        id,
        title.in(language),
        instrument,
        event,
        by,
        verifiedBy,
        duration,
        happened,
        irreversible,
        worth,
        progress,
        source,
        assumed,
        visibility);
  }
}
