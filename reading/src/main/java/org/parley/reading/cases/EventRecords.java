package org.parley.reading.cases;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.acts.ActLedger;
import org.parley.model.LocalizedText;
import org.parley.model.PartyId;
import org.parley.model.Visibility;
import org.parley.model.act.Act;
import org.parley.model.act.ActId;
import org.parley.model.act.ActKind;
import org.parley.model.checks.CaseChecks;
import org.parley.model.claim.ClaimId;
import org.parley.model.claim.Meeting;
import org.parley.model.claim.MeetingFormat;
import org.parley.model.claim.MeetingId;
import org.parley.model.claim.MeetingPart;
import org.parley.model.date.Edtf;
import org.parley.model.step.Demand;
import org.parley.model.step.DemandId;
import org.parley.model.step.Step;
import org.parley.model.step.StepId;
import org.parley.model.text.InstrumentId;
import org.parley.reading.Proposal;

/// Makes records of meetings, next steps, events in the life of instruments, and demands of order.
final class EventRecords {

  private final RecordContext on;
  private final List<String> announced = new ArrayList<>();

  EventRecords(RecordContext on) {
    this.on = on;
  }

  Candidate ofMeeting(int number, Proposal.OfMeeting meeting) {
    Edtf when = meeting.when();
    if (when == null) {
      return Candidate.lacking(number, meeting, CandidateRemark.Kind.NO_TIME);
    }
    Set<PartyId> who = new LinkedHashSet<>();
    List<String> people = new ArrayList<>();
    for (String each : meeting.participants()) {
      List<PartyId> named = on.parties().in(each);
      who.addAll(named);
      if (named.isEmpty()) {
        people.add(each);
        String recorded = on.names().speaker(each).orElse(null);
        on.view().claims().stream()
            .filter(claim -> claim.speaker().equals(recorded))
            .findFirst()
            .ifPresent(claim -> who.add(claim.party()));
      }
    }
    List<MeetingPart> roles = new ArrayList<>();
    for (Proposal.NamedRole each : meeting.roles()) {
      for (PartyId party : on.parties().in(each.who())) {
        MeetingPart part = new MeetingPart(party, each.role());
        if (!roles.contains(part)) {
          roles.add(part);
        }
      }
    }
    for (Meeting each : on.view().meetings()) {
      boolean isThen =
          !each.date().latestDay().isBefore(when.earliestDay())
              && !when.latestDay().isBefore(each.date().earliestDay());
      boolean isThere =
          meeting.place() == null || each.place() == null || each.place().contains(meeting.place());
      long both = each.participants().stream().filter(who::contains).count();
      boolean isOfThem =
          who.isEmpty()
              ? meeting.place() != null && meeting.place().equals(each.place())
              : both >= Math.min(2, who.size());
      boolean isSame =
          isThen
              && isThere
              && (isOfThem || isSame(each.title().text(), meeting.quotation().words()));
      if (isSame) {
        return Candidate.lacking(
            number, meeting, CandidateRemark.Kind.ON_RECORD, each.id().value());
      }
    }
    String words = meeting.quotation().words().toLowerCase(Locale.ROOT);
    MeetingFormat format =
        words.contains("call") || words.contains("phone")
            ? MeetingFormat.CALL
            : words.contains("summit")
                ? MeetingFormat.SUMMIT
                : who.size() > 2 ? MeetingFormat.MULTILATERAL : MeetingFormat.BILATERAL;
    Meeting record =
        new Meeting(
            new MeetingId(
                on.ids()
                    .free(
                        "m-"
                            + ProposedIds.day(when)
                            + "-"
                            + (meeting.place() == null
                                ? "meeting"
                                : ProposedIds.slug(FoldedName.words(meeting.place()))))),
            LocalizedText.of(ProposedIds.shortened(meeting.quotation().words())),
            when,
            meeting.place(),
            format,
            List.copyOf(who),
            roles,
            people,
            meeting.isPlanned() ? on.published() : null,
            null,
            List.of(on.source()),
            new Visibility.Public());
    return Candidate.ready(number, meeting, record, null, List.of());
  }

  Candidate ofStep(int number, Proposal.OfStep step) {
    String title = ProposedIds.capital(ProposedIds.shortened(step.what()));
    for (Step each : on.view().steps()) {
      if (isSame(each.title().text(), title)) {
        return Candidate.lacking(number, step, CandidateRemark.Kind.ON_RECORD, each.id().value());
      }
    }
    for (String each : announced) {
      if (isSame(each, title)) {
        return Candidate.lacking(number, step, CandidateRemark.Kind.ANNOUNCED_BEFORE);
      }
    }
    announced.add(title);
    Step record =
        new Step(
            new StepId(on.ids().free("s-" + ProposedIds.slugOf(step.what()))),
            LocalizedText.of(title),
            null,
            null,
            on.parties().in(step.quotation().words()),
            List.of(),
            null,
            null,
            false,
            java.util.Map.of(),
            List.of(),
            List.of(on.source()),
            java.util.Map.of(),
            new Visibility.Public());
    List<CandidateRemark> remarks =
        step.when() == null
            ? List.of()
            : List.of(
                new CandidateRemark(CandidateRemark.Kind.ANNOUNCED_FOR, step.when().toString()));
    return Candidate.ready(number, step, record, null, remarks);
  }

  /// Whether two titles have the same words but for small ones, or all of the shorter but one in
  /// five.
  private static boolean isSame(String one, String other) {
    Set<String> first = stems(one);
    Set<String> second = stems(other);
    Set<String> shorter = first.size() <= second.size() ? first : second;
    Set<String> longer = first.size() <= second.size() ? second : first;
    long both = shorter.stream().filter(longer::contains).count();
    return shorter.size() > 1 && 5 * both >= 4L * longer.size();
  }

  private static Set<String> stems(String words) {
    Set<String> stems = new HashSet<>();
    for (String word : FoldedName.words(words)) {
      if (word.length() > 2 || word.matches("\\d+")) {
        stems.add(FoldedName.stem(word));
      }
    }
    return stems;
  }

  /// The document on record; empty if there is none.
  Optional<InstrumentId> document(Proposal.OfInstrument instrument) {
    return on.subjects().instrument(instrument.name());
  }

  Candidate ofInstrument(int number, Proposal.OfInstrument instrument) {
    ActKind kind =
        switch (instrument.state()) {
          case DRAFT -> ActKind.DRAFTED;
          case TEXT_AGREED, READY_TO_SIGN -> ActKind.FINALISED;
          case SIGNED -> ActKind.SIGNED;
          case ADOPTED -> ActKind.ADOPTED;
          case REJECTED -> ActKind.REJECTED;
          case SUSPENDED -> ActKind.SUSPENDED;
          case TERMINATED -> ActKind.TERMINATED;
          case PROPOSED,
              UNDER_DISCUSSION,
              BEING_FINALISED,
              NOT_SIGNED,
              NOT_AGREED,
              PUBLISHED,
              DELIVERED,
              NOT_RECEIVED,
              UNDER_REVIEW ->
              null;
        };
    kind = kind == null || instrument.act() == null ? kind : instrument.act();
    InstrumentId id = document(instrument).orElse(null);
    if (id == null) {
      return Candidate.lacking(
          number, instrument, CandidateRemark.Kind.NO_INSTRUMENT, instrument.name());
    }
    Edtf published = on.published();
    if (kind == null || published == null) {
      return Candidate.lacking(number, instrument, CandidateRemark.Kind.NO_ACT, id.toString());
    }
    for (ActLedger.Entry each : on.acts().of(id)) {
      if (each.act().kind() == kind && mayBe(each.act().date(), instrument.when())) {
        return Candidate.lacking(
            number,
            instrument,
            CandidateRemark.Kind.ON_RECORD,
            each.recorded().record().toString());
      }
    }
    String quoted = instrument.quotation().words();
    Edtf when = instrument.when();
    Act record =
        Act.of(
                new ActId(
                    on.ids()
                        .free(id + "-" + kind.name().toLowerCase(Locale.ROOT).replace('_', '-'))),
                kind,
                when == null ? Edtf.of("../" + published) : when,
                when == null || when.isBefore(published) ? published : null,
                doers(kind, id, quoted.replace(instrument.name(), "")),
                List.of(id),
                List.of(on.source()),
                new Visibility.Public())
            .withQuote(
                quoted.length() <= CaseChecks.QUOTE_LENGTH ? LocalizedText.of(quoted) : null);
    return Candidate.ready(number, instrument, record, null, List.of());
  }

  /// Whether an act on record may be the one of a day, or of an unknown one.
  private static boolean mayBe(Edtf recorded, @Nullable Edtf when) {
    return when == null || !(recorded.isBefore(when) || when.isBefore(recorded));
  }

  /// The parties named in the words, of those who can do such an act.
  private List<PartyId> doers(ActKind kind, InstrumentId id, String words) {
    List<PartyId> named = on.parties().in(words);
    return switch (kind) {
      case SIGNED ->
          named.stream().filter(on.view().get(id).signatories()::contains).distinct().toList();
      case ADOPTED, RATIFIED, REJECTED, SUSPENDED, TERMINATED, DENOUNCED, WITHDRAWN ->
          named.stream().distinct().toList();
      default -> List.of();
    };
  }

  /// A demand of order.
  ///
  /// @param claim the claim it rests on; null if its words became none, so that it is inferred
  Candidate ofOrder(int number, Proposal.OfOrder order, @Nullable ClaimId claim) {
    Optional<PartyId> party = on.parties().of(order.speaker(), on.article().text());
    Optional<Step> later = step(order.later());
    Optional<Step> earlier = step(order.earlier());
    if (party.isEmpty() || later.isEmpty() || earlier.isEmpty() || later.equals(earlier)) {
      return Candidate.lacking(number, order, CandidateRemark.Kind.NO_STEPS);
    }
    Demand.Timing wanted =
        new Demand.Timing.After(later.get().id(), earlier.get().id(), null, null);
    for (Demand each : on.view().demands()) {
      if (each.by().contains(party.get()) && each.allOf().contains(wanted)) {
        return Candidate.lacking(number, order, CandidateRemark.Kind.ON_RECORD, each.id().value());
      }
    }
    Demand record =
        new Demand(
            new DemandId(on.ids().free("d-" + later.get().id() + "-after-" + earlier.get().id())),
            ProposedIds.shortened(order.quotation().words()),
            List.of(party.get()),
            claim == null ? List.of() : List.of(claim),
            List.of(),
            null,
            List.of(),
            List.of(wanted),
            List.of(),
            claim == null,
            new Visibility.Public());
    return Candidate.ready(number, order, record, null, List.of());
  }

  private Optional<Step> step(String words) {
    Set<String> wanted =
        new HashSet<>(FoldedName.words(words).stream().map(FoldedName::stem).toList());
    Step best = null;
    int most = 1;
    for (Step each : on.view().steps()) {
      int hits = 0;
      for (String word : FoldedName.words(each.title().text())) {
        hits += word.length() > 3 && wanted.contains(FoldedName.stem(word)) ? 1 : 0;
      }
      if (hits >= most) {
        best = hits > most || best == null ? each : best;
        most = hits;
      }
    }
    return Optional.ofNullable(best);
  }
}
