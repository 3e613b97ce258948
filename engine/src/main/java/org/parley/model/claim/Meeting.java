package org.parley.model.claim;

import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.parley.model.CaseRecord;
import org.parley.model.LocalizedText;
import org.parley.model.PartyId;
import org.parley.model.Visibility;
import org.parley.model.date.Edtf;
import org.parley.model.source.SourceId;

/// A meeting that took place or is planned.
///
/// @param id its id
/// @param title its title
/// @param date the date, past or planned; imprecise if reported so
/// @param place the place
/// @param format the kind of meeting
/// @param participants the parties taking part
/// @param roles the parties with a role of their own: host, chair, mediator, shuttle, observer
/// @param people the participants, by name
/// @param known when it became known; default: `date`
/// @param note its outcome
/// @param source its sources
public record Meeting(
    MeetingId id,
    LocalizedText title,
    Edtf date,
    @Nullable String place,
    MeetingFormat format,
    List<PartyId> participants,
    List<MeetingPart> roles,
    List<String> people,
    @Nullable Edtf known,
    @Nullable String note,
    List<SourceId> source,
    Visibility visibility)
    implements CaseRecord {

  public Meeting {
    participants = List.copyOf(participants);
    roles = List.copyOf(roles);
    people = List.copyOf(people);
    source = List.copyOf(source);
  }

  /// A meeting without recorded roles.
  public Meeting(
      MeetingId id,
      LocalizedText title,
      Edtf date,
      @Nullable String place,
      MeetingFormat format,
      List<PartyId> participants,
      List<String> people,
      @Nullable Edtf known,
      @Nullable String note,
      List<SourceId> source,
      Visibility visibility) {
    this(
        id,
        title,
        date,
        place,
        format,
        participants,
        List.of(),
        people,
        known,
        note,
        source,
        visibility);
  }

  @Override
  public Meeting withNames(UnaryOperator<LocalizedText> names) {
    return new Meeting(
        id,
        names.apply(title),
        date,
        place,
        format,
        participants,
        roles,
        people,
        known,
        note,
        source,
        visibility);
  }

  /// `known`, or `date` by default.
  public Edtf knownOrHeld() {
    return known != null ? known : date;
  }
}
