package org.parley.reading.cases;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.model.CaseRecord;
import org.parley.model.CaseView;
import org.parley.model.Visibility;
import org.parley.model.claim.Assertion;
import org.parley.model.claim.Claim;
import org.parley.model.claim.ClaimId;
import org.parley.model.claim.Meeting;
import org.parley.model.claim.MeetingFormat;
import org.parley.model.claim.MeetingId;
import org.parley.model.claim.Share;
import org.parley.model.claim.SourceId;
import org.parley.model.claim.Subject;
import org.parley.model.date.Edtf;
import org.parley.model.party.PartyId;
import org.parley.model.step.Demand;
import org.parley.model.step.DemandId;
import org.parley.model.step.Step;
import org.parley.model.step.StepId;
import org.parley.model.text.Instrument;
import org.parley.model.text.InstrumentEvent;
import org.parley.model.text.InstrumentId;
import org.parley.model.text.InstrumentStatus;
import org.parley.model.text.Option;
import org.parley.model.text.OptionId;
import org.parley.model.text.Point;
import org.parley.model.text.PointId;
import org.parley.reading.Article;
import org.parley.reading.Attribution;
import org.parley.reading.Proposal;
import org.parley.reading.SaidStance;

/// Makes records of proposals.
final class Mapping {

  private final CaseView view;
  private final Article article;
  private final SourceId source;
  private final PartyFinder parties;
  private final SubjectFinder subjects;
  private final Set<String> taken = new HashSet<>();

  Mapping(CaseView view, Article article, SourceId source) {
    this.view = view;
    this.article = article;
    this.source = source;
    parties = new PartyFinder(view, article.language());
    subjects = new SubjectFinder(view, parties, article.language());
  }

  Candidate candidate(int number, Proposal proposal) {
    return switch (proposal) {
      case Proposal.OfClaim claim -> ofClaim(number, claim);
      case Proposal.OfMeeting meeting -> ofMeeting(number, meeting);
      case Proposal.OfStep step -> ofStep(number, step);
      case Proposal.OfDocument document -> ofDocument(number, document);
      case Proposal.OfOrder order -> ofOrder(number, order);
    };
  }

  private static Candidate lacking(int number, Proposal proposal, String what) {
    return new Candidate(number, proposal, null, false, what, null, List.of());
  }

  // claims

  private Candidate ofClaim(int number, Proposal.OfClaim claim) {
    Optional<PartyId> party = parties.of(claim.speaker(), article.text());
    List<SubjectFinder.Found> about = subjects.find(claim.subject());
    if (party.isEmpty()) {
      return lacking(
          number, claim, "no party of the case is told by \"" + claim.speaker().name() + "\"");
    }
    if (about.isEmpty()) {
      return lacking(number, claim, "nothing in the case is found for \"" + claim.subject() + "\"");
    }
    List<String> notes = new ArrayList<>();
    List<Subject> subject = about.stream().map(SubjectFinder.Found::subject).toList();
    Edtf said = claim.said() != null ? claim.said() : published();
    if (said == null) {
      return lacking(number, claim, "neither the text nor its publication has a date");
    }
    Assertion asserts = assertion(claim, subject);
    List<ClaimId> contradicts = List.of();
    if (claim.stance() == SaidStance.DENIED_REPORT) {
      contradicts = denied(party.get(), subject, said);
      notes.add("denies a report");
    }
    if (claim.attribution() == Attribution.RELAYED && claim.relayedFrom() != null) {
      notes.add("tells of " + claim.relayedFrom());
    }
    Claim record = record(claim, party.get(), subject, said, asserts, contradicts);
    ClaimId known = known(record);
    return new Candidate(number, claim, record, false, "", known, notes);
  }

  private Claim record(
      Proposal.OfClaim claim,
      PartyId party,
      List<Subject> subject,
      Edtf said,
      Assertion asserts,
      List<ClaimId> contradicts) {
    String name = PartyFinder.recorded(view, claim.speaker().name());
    String words = claim.quotation().words().replaceAll("\\s+", " ");
    boolean isQuote = claim.attribution() == Attribution.DIRECT_QUOTE && words.length() <= 300;
    return new Claim(
        new ClaimId(
            free(
                "c-"
                    + day(said)
                    + "-"
                    + slug(Folded.words(claim.speaker().name()))
                    + "-"
                    + slugOf(subject.getFirst()))),
        name != null ? name : claim.speaker().name(),
        claim.speaker().office(),
        party,
        said,
        known(said),
        Claim.Channel.PUBLIC,
        List.of(source),
        isQuote ? words : null,
        isQuote ? null : words,
        subject,
        between(claim, subject),
        asserts,
        List.of(),
        List.of(),
        contradicts,
        new Visibility.Public());
  }

  /// A proposed claim as somebody corrected it.
  Candidate corrected(
      Candidate candidate, PartyId party, Subject about, Assertion asserts, Edtf said) {
    if (!(candidate.proposal() instanceof Proposal.OfClaim claim)) {
      return candidate;
    }
    Claim record = record(claim, party, List.of(about), said, asserts, List.of());
    return new Candidate(
        candidate.number(), claim, record, false, "", known(record), candidate.notes());
  }

  private @Nullable Edtf published() {
    LocalDate day = article.published();
    return day == null ? null : Edtf.of(day);
  }

  /// When the text made it known, where that was later.
  private @Nullable Edtf known(Edtf said) {
    Edtf published = published();
    return published != null && said.isBefore(published) ? published : null;
  }

  private Assertion assertion(Proposal.OfClaim claim, List<Subject> about) {
    return switch (claim.stance()) {
      case AGREED ->
          claim.share() != null
              ? new Assertion.Complete(new Share(claim.share()))
              : new Assertion.Agreed();
      case MOSTLY_AGREED -> new Assertion.Complete(new Share("almost"));
      case SHARE -> new Assertion.Complete(new Share(String.valueOf(claim.share())));
      case OPEN -> new Assertion.Open();
      case REJECTED -> new Assertion.Rejected();
      case CONDITIONAL -> new Assertion.Conditional(String.valueOf(claim.condition()));
      case RECEIVED -> new Assertion.Received();
      case NOT_RECEIVED -> new Assertion.NotReceived();
      case FINAL_SOON -> new Assertion.Complete(new Share("being finalised"));
      case PREFERS -> preferred(claim, about);
      case DENIED_REPORT -> new Assertion.States();
    };
  }

  private Assertion preferred(Proposal.OfClaim claim, List<Subject> about) {
    if (about.getFirst() instanceof PointId id) {
      Optional<Point> point = view.find(id);
      OptionId best = null;
      int most = 1;
      List<String> words =
          Folded.words(claim.quotation().words()).stream().map(Folded::stem).toList();
      for (Option option : point.map(Point::options).orElse(List.of())) {
        int hits = 0;
        for (String word : new LinkedHashSet<>(Folded.words(option.title()))) {
          hits += word.length() > 3 && words.contains(Folded.stem(word)) ? 1 : 0;
          hits += word.matches("\\d+") && words.contains(word) ? 1 : 0;
        }
        if (hits > most) {
          most = hits;
          best = option.id();
        }
      }
      if (best != null) {
        return new Assertion.Prefers(best);
      }
    }
    return new Assertion.States();
  }

  private List<ClaimId> denied(PartyId party, List<Subject> subject, Edtf said) {
    return view.claims().stream()
        .filter(each -> !each.party().equals(party))
        .filter(each -> each.about().stream().anyMatch(subject::contains))
        .filter(each -> !said.isBefore(each.said()))
        .filter(each -> each.said().latestDay().isAfter(said.earliestDay().minusDays(3)))
        .map(Claim::id)
        .limit(1)
        .toList();
  }

  private List<PartyId> between(Proposal.OfClaim claim, List<Subject> subject) {
    Set<PartyId> named = new LinkedHashSet<>(parties.in(claim.subject()));
    if (named.size() < 2) {
      named.addAll(parties.in(String.join(" and ", claim.between())));
    }
    boolean isWithin = isWithinSignatories(named, subject.getFirst());
    if (named.size() >= 2 && isWithin) {
      return List.copyOf(named);
    }
    return List.of();
  }

  private boolean isWithinSignatories(Set<PartyId> named, Subject subject) {
    if (subject instanceof InstrumentId id) {
      return view.get(id).signatories().containsAll(named);
    }
    List<PartyId> all = new ArrayList<>();
    view.instruments().forEach(each -> all.addAll(each.signatories()));
    return all.containsAll(named);
  }

  /// A claim on record by the same party that says the same of the same, at the same time.
  private @Nullable ClaimId known(Claim claim) {
    for (Claim each : view.claims()) {
      boolean isSameDay =
          !each.said().latestDay().isBefore(claim.said().earliestDay())
              && !claim.said().latestDay().isBefore(each.said().earliestDay());
      boolean isSameSubject = each.about().stream().anyMatch(claim.about()::contains);
      boolean isSame =
          each.party().equals(claim.party())
              && Folded.lastName(each.speaker()).equals(Folded.lastName(claim.speaker()))
              && each.asserts().equals(claim.asserts());
      if (isSame && isSameDay && isSameSubject) {
        return each.id();
      }
    }
    return null;
  }

  // meetings, steps, documents, orders

  private Candidate ofMeeting(int number, Proposal.OfMeeting meeting) {
    Edtf when = meeting.when();
    if (when == null) {
      return lacking(number, meeting, "the text does not tell when");
    }
    Set<PartyId> who = new LinkedHashSet<>();
    List<String> people = new ArrayList<>();
    for (String each : meeting.participants()) {
      List<PartyId> named = parties.in(each);
      who.addAll(named);
      if (named.isEmpty()) {
        people.add(each);
        String recorded = PartyFinder.recorded(view, each);
        view.claims().stream()
            .filter(claim -> claim.speaker().equals(recorded))
            .findFirst()
            .ifPresent(claim -> who.add(claim.party()));
      }
    }
    for (Meeting each : view.meetings()) {
      boolean isSame =
          !each.date().latestDay().isBefore(when.earliestDay())
              && !when.latestDay().isBefore(each.date().earliestDay())
              && (meeting.place() == null
                  || each.place() == null
                  || each.place().contains(meeting.place()))
              && each.participants().stream().filter(who::contains).count()
                  >= Math.min(2, Math.max(1, who.size()));
      if (isSame) {
        return new Candidate(
            number, meeting, null, false, "it is on record as " + each.id(), null, List.of());
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
                free(
                    "m-"
                        + day(when)
                        + "-"
                        + (meeting.place() == null
                            ? "meeting"
                            : slug(Folded.words(meeting.place()))))),
            shortened(meeting.quotation().words()),
            when,
            meeting.place(),
            format,
            List.copyOf(who),
            people,
            meeting.isPlanned() ? published() : null,
            null,
            List.of(source),
            new Visibility.Public());
    return new Candidate(number, meeting, record, false, "", null, List.of());
  }

  private Candidate ofStep(int number, Proposal.OfStep step) {
    Step record =
        new Step(
            new StepId(free("s-" + slug(Folded.words(step.what())))),
            capital(shortened(step.what())),
            null,
            null,
            parties.in(step.quotation().words()),
            List.of(),
            null,
            null,
            false,
            java.util.Map.of(),
            List.of(),
            List.of(source),
            java.util.Map.of(),
            new Visibility.Public());
    List<String> notes =
        step.when() == null ? List.of() : List.of("announced for " + step.when().inWords());
    return new Candidate(number, step, record, false, "", null, notes);
  }

  private Candidate ofDocument(int number, Proposal.OfDocument document) {
    InstrumentStatus status =
        switch (document.state()) {
          case DRAFT -> InstrumentStatus.DRAFTED;
          case TEXT_AGREED, READY_TO_SIGN -> InstrumentStatus.FINALISED;
          case SIGNED -> InstrumentStatus.SIGNED;
          case ADOPTED -> InstrumentStatus.IN_FORCE;
          case PROPOSED,
              UNDER_DISCUSSION,
              BEING_FINALISED,
              NOT_SIGNED,
              NOT_AGREED,
              PUBLISHED,
              DELIVERED,
              NOT_RECEIVED,
              REJECTED,
              UNDER_REVIEW ->
              null;
        };
    List<SubjectFinder.Found> about = subjects.find(document.name());
    if (about.isEmpty() || !(about.getFirst().subject() instanceof InstrumentId id)) {
      return lacking(
          number, document, "no instrument of the case is found for \"" + document.name() + "\"");
    }
    Edtf date = published();
    if (status == null || date == null) {
      return lacking(number, document, "it is no event in the life of " + id);
    }
    Instrument old = view.get(id);
    if (old.status().stream().anyMatch(each -> each.event() == status && !each.expected())) {
      return lacking(number, document, "that event of " + id + " is on record");
    }
    List<InstrumentEvent> events = new ArrayList<>(old.status());
    events.add(
        new InstrumentEvent(
            status, Edtf.of("../" + date), List.of(), false, date, List.of(source)));
    CaseRecord record = with(old, events);
    return new Candidate(number, document, record, true, "", null, List.of());
  }

  private static Instrument with(Instrument old, List<InstrumentEvent> events) {
    return new Instrument(
        old.id(),
        old.title(),
        old.summary(),
        old.kind(),
        old.partOf(),
        old.signatories(),
        old.signing(),
        old.rule(),
        events,
        old.source(),
        old.visibility());
  }

  /// An instrument with the events of two versions of it.
  static Instrument merged(Instrument one, Instrument other) {
    Set<InstrumentEvent> events = new LinkedHashSet<>(one.status());
    for (InstrumentEvent each : other.status()) {
      boolean isThere = events.stream().anyMatch(e -> e.event() == each.event() && !e.expected());
      if (!isThere || events.contains(each)) {
        events.add(each);
      }
    }
    return with(one, List.copyOf(events));
  }

  private Candidate ofOrder(int number, Proposal.OfOrder order) {
    Optional<PartyId> party = parties.of(order.speaker(), article.text());
    Optional<Step> later = step(order.later());
    Optional<Step> earlier = step(order.earlier());
    if (party.isEmpty() || later.isEmpty() || earlier.isEmpty() || later.equals(earlier)) {
      return lacking(number, order, "the case has no such steps");
    }
    Demand record =
        new Demand(
            new DemandId(free("d-" + later.get().id() + "-after-" + earlier.get().id())),
            shortened(order.quotation().words()),
            List.of(party.get()),
            List.of(),
            List.of(),
            List.of(new Demand.Timing.After(later.get().id(), earlier.get().id(), null, null)),
            List.of(),
            false,
            new Visibility.Public());
    return new Candidate(number, order, record, false, "", null, List.of());
  }

  private Optional<Step> step(String words) {
    Set<String> wanted = new HashSet<>(Folded.words(words).stream().map(Folded::stem).toList());
    Step best = null;
    int most = 1;
    for (Step each : view.steps()) {
      int hits = 0;
      for (String word : Folded.words(each.title())) {
        hits += word.length() > 3 && wanted.contains(Folded.stem(word)) ? 1 : 0;
      }
      if (hits >= most) {
        best = hits > most || best == null ? each : best;
        most = hits;
      }
    }
    return Optional.ofNullable(best);
  }

  // ids and words

  /// Gives an id to nobody else.
  void take(String id) {
    taken.add(id);
  }

  private String free(String wanted) {
    String id = wanted;
    int number = 2;
    while (view.find(id).isPresent() || !taken.add(id)) {
      id = wanted + "-" + number++;
    }
    return id;
  }

  static String free(CaseView view, String wanted) {
    String id = wanted;
    int number = 2;
    while (view.find(id).isPresent()) {
      id = wanted + "-" + number++;
    }
    return id;
  }

  private static String day(Edtf date) {
    LocalDate day = date.earliestDay();
    return day.equals(LocalDate.MIN)
        ? "undated"
        : String.format(Locale.ROOT, "%02d%02d", day.getMonthValue(), day.getDayOfMonth());
  }

  private static String slug(List<String> words) {
    String last = "";
    for (int i = words.size() - 1; i >= 0 && last.isEmpty(); i--) {
      last = words.get(i).replaceAll("[^a-z0-9]", "");
    }
    return last.isEmpty() ? "x" : last;
  }

  private static String slugOf(Subject subject) {
    return subject.toString().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9-]", "");
  }

  private static String shortened(String words) {
    String line = words.replaceAll("\\s+", " ").strip();
    if (line.length() <= 160) {
      return line;
    }
    int cut = line.lastIndexOf(' ', 160);
    return line.substring(0, cut > 0 ? cut : 160) + "...";
  }

  private static String capital(String words) {
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }
}
