package org.parley.model.step;

import java.time.LocalDate;
import java.time.Period;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.parley.model.CaseRecord;
import org.parley.model.LocalizedText;
import org.parley.model.PartyId;
import org.parley.model.Visibility;
import org.parley.model.date.Edtf;
import org.parley.model.place.PlaceId;
import org.parley.model.source.SourceId;
import org.parley.model.text.InstrumentId;
import org.parley.model.text.InstrumentStatus;

/// A milestone of an instrument, or an act of implementation.
///
/// @param id its id
/// @param title the event
/// @param instrument the instrument it is an event of
/// @param event the event of that instrument
/// @param by the party responsible
/// @param verifiedBy the verifying party
/// @param duration its duration; default: instantaneous
/// @param happened the date of completion; null if it is open
/// @param irreversible whether it cannot be undone
/// @param worth its worth to each party: positive for the receiver, negative for the giver
/// @param progress the observed degrees of implementation, with dates
/// @param places where it is done
/// @param topics its PA-X topic codes, by which it is compared with steps of other agreements
/// @param source its sources
/// @param assumed choices without a claim or source: names of keys, with the reason
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
    List<PlaceId> places,
    List<String> topics,
    List<SourceId> source,
    Map<String, String> assumed,
    Visibility visibility)
    implements CaseRecord {

  /// The duration of a step.
  ///
  /// @param least the least duration
  /// @param likely the most likely duration, an expectation; null if none is stated
  /// @param most the greatest duration
  /// @param contingent whether others decide it within these bounds
  /// @param source its sources
  public record Duration(
      Period least,
      @Nullable Period likely,
      Period most,
      boolean contingent,
      List<SourceId> source) {
    public Duration {
      source = List.copyOf(source);
    }

    /// A duration with bounds alone.
    public Duration(Period least, Period most, boolean contingent) {
      this(least, null, most, contingent, List.of());
    }
  }

  /// The degree of implementation observed on a day; it holds until the next observation.
  ///
  /// @param date the day of the observation
  /// @param level the degree
  /// @param source its sources
  public record Observed(LocalDate date, Level level, List<SourceId> source) {
    public Observed {
      source = List.copyOf(source);
    }
  }

  /// The degree of implementation, on the scale of the Peace Accords Matrix.
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
    places = List.copyOf(places);
    topics = List.copyOf(topics);
    source = List.copyOf(source);
    assumed = Collections.unmodifiableSortedMap(new TreeMap<>(assumed));
  }

  /// A step at no named place, without topics.
  public Step(
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
      Visibility visibility) {
    this(
        id,
        title,
        instrument,
        event,
        by,
        verifiedBy,
        duration,
        happened,
        irreversible,
        worth,
        progress,
        List.of(),
        List.of(),
        source,
        assumed,
        visibility);
  }

  @Override
  public Step withNames(UnaryOperator<LocalizedText> names) {
    return new Step(
        id,
        names.apply(title),
        instrument,
        event,
        by,
        verifiedBy,
        duration,
        happened,
        irreversible,
        worth,
        progress,
        places,
        topics,
        source,
        assumed,
        visibility);
  }
}
