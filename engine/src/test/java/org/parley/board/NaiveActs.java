package org.parley.board;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.parley.acts.ActLedger;
import org.parley.acts.Acts;
import org.parley.model.Id;
import org.parley.model.PartyId;
import org.parley.model.act.Act;
import org.parley.model.act.ActId;
import org.parley.model.act.ActKind;
import org.parley.model.act.Ballot;
import org.parley.model.cases.AsOf;
import org.parley.model.cases.CaseView;
import org.parley.model.claim.Assertion;
import org.parley.model.claim.Claim;
import org.parley.model.claim.ClaimId;
import org.parley.model.date.Edtf;
import org.parley.model.text.ComponentId;
import org.parley.model.text.Instrument;
import org.parley.model.text.InstrumentEvent;
import org.parley.model.text.InstrumentId;
import org.parley.model.text.InstrumentStatus;
import org.parley.model.text.InstrumentVersion;
import org.parley.model.text.Point;
import org.parley.model.text.PointId;
import org.parley.model.text.Subject;

/// What acts mean for the board, written down once more with no thought of cost.
@NullMarked
final class NaiveActs {

  /// An act that counts, the record it stands in, and what it says in the words of a claim.
  record Done(Act act, Id record, List<Claim> words) {}

  private final CaseView view;
  private final AsOf asOf;
  private final List<Done> standing = new ArrayList<>();
  private final ActLedger ledger;
  private int made;

  NaiveActs(CaseView view, AsOf asOf) {
    this.view = view;
    this.asOf = asOf;
    this.ledger = Acts.of(view).at(asOf);
    List<Act> known = view.acts().stream().filter(this::counts).toList();
    for (Act act : known) {
      if (!isSuperseded(act, known)) {
        standing.add(done(act, act.id()));
      }
    }
    for (Instrument instrument : view.instruments()) {
      for (InstrumentEvent event : instrument.status()) {
        Act act = act(instrument, event);
        if (!event.expected() && counts(act)) {
          standing.add(done(act, instrument.id()));
        }
      }
    }
  }

  List<Done> standing() {
    return standing;
  }

  private boolean counts(Act act) {
    return isPast(act.date(), act.known());
  }

  private boolean isPast(Edtf date, @Nullable Edtf known) {
    Edtf learnt = known == null ? date : known;
    boolean isWithin = !learnt.latestDay().isBefore(date.earliestDay());
    boolean hasHappened =
        !date.latestDay().isAfter(asOf.date())
            || (isWithin && !learnt.latestDay().isAfter(asOf.date()));
    return hasHappened && !learnt.latestDay().isAfter(asOf.knownAt());
  }

  private static boolean isSuperseded(Act act, List<Act> known) {
    return known.stream().anyMatch(by -> by.supersedes().contains(act.id()));
  }

  private Done done(Act act, Id record) {
    Assertion says = says(act);
    List<Subject> about = new ArrayList<>();
    act.of()
        .forEach(
            each -> {
              if (each instanceof InstrumentId || each instanceof PointId) {
                about.add((Subject) each);
              }
            });
    List<Claim> words = new ArrayList<>();
    if (says != null && !about.isEmpty()) {
      for (PartyId party : by(act)) {
        words.add(
            new Claim(
                new ClaimId("act." + made++),
                "by act " + party,
                null,
                party,
                act.date(),
                act.known(),
                Claim.Channel.PUBLIC,
                act.source(),
                null,
                null,
                about,
                List.of(),
                says,
                List.of(),
                List.of(),
                List.of(),
                act.visibility()));
      }
    }
    return new Done(act, record, words);
  }

  private List<PartyId> by(Act act) {
    return act.by().isEmpty()
            && List.of(ActKind.SIGNED, ActKind.INITIALLED, ActKind.ADOPTED).contains(act.kind())
        ? act.of().stream()
            .filter(InstrumentId.class::isInstance)
            .flatMap(each -> view.get((InstrumentId) each).signatories().stream())
            .distinct()
            .toList()
        : act.by();
  }

  private static @Nullable Assertion says(Act act) {
    boolean isLost = act.vote() != null && act.vote().carried() == Ballot.Result.NOT_CARRIED;
    boolean isOpen =
        act.kind() == ActKind.PUT_TO_VOTE
            && act.vote() != null
            && act.vote().carried() == Ballot.Result.UNKNOWN;
    return switch (act.kind()) {
      case INITIALLED, SIGNED, ADOPTED, RATIFIED, DEPOSITED, ACCEDED, PUT_TO_VOTE ->
          isOpen ? null : isLost ? new Assertion.Rejected() : new Assertion.Agreed();
      case REJECTED, DENOUNCED, WITHDRAWN, ANNULLED -> new Assertion.Rejected();
      case FINALISED -> new Assertion.AdReferendum();
      case UPHELD -> isLost ? new Assertion.Rejected() : null;
      default -> null;
    };
  }

  private static Act act(Instrument instrument, InstrumentEvent event) {
    return Act.of(
        new ActId("event"),
        event.event() == InstrumentStatus.IN_FORCE
            ? ActKind.ENTERED_INTO_FORCE
            : ActKind.valueOf(event.event().name()),
        event.date(),
        event.known(),
        event.by(),
        List.of(instrument.id()),
        event.source(),
        instrument.visibility());
  }

  private Optional<Point> pointOf(Subject subject) {
    return switch (subject) {
      case PointId id -> Optional.of(view.get(id));
      case ComponentId id -> Optional.of(view.pointOf(id));
      default -> Optional.empty();
    };
  }

  /// Whether an act of an instrument was of a version with this point.
  boolean concerns(Done done, Subject subject) {
    Optional<Point> point = pointOf(subject);
    if (point.isEmpty() || done.act.of().contains(point.get().id())) {
      return true;
    }
    String version = version(view.get(point.get().instrument()), done.act);
    return version == null
        || Stream.iterate(
                point.get(),
                Objects::nonNull,
                at -> at.partOf() == null ? null : view.get(at.partOf()))
            .allMatch(at -> at.versions().isEmpty() || at.versions().contains(version));
  }

  /// The version it names, else the latest that is not certainly later.
  private static @Nullable String version(Instrument instrument, Act act) {
    List<String> names = instrument.versions().stream().map(InstrumentVersion::version).toList();
    if (act.version() != null) {
      return names.contains(act.version()) ? act.version() : null;
    }
    return instrument.versions().stream()
        .filter(each -> !act.date().isBefore(each.date()))
        .reduce((_, later) -> later)
        .map(InstrumentVersion::version)
        .orElse(names.isEmpty() ? null : names.getFirst());
  }

  /// Whether words are not certainly older than the text that replaced a rejected one. Which text
  /// was rejected is tested by stories of its own.
  boolean isOfText(Claim claim, Subject subject) {
    Optional<InstrumentId> instrument =
        subject instanceof InstrumentId id
            ? Optional.of(id)
            : pointOf(subject).map(Point::instrument);
    while (instrument.isPresent()) {
      InstrumentId id = instrument.get();
      if (ledger.replacementOf(id).filter(text -> claim.said().isBefore(text.date())).isPresent()) {
        return false;
      }
      if (claim.about().contains(id) || isOnPart(claim, subject, id)) {
        return true;
      }
      instrument = Optional.ofNullable(view.get(id).partOf());
    }
    return true;
  }

  /// Whether a claim is about the subject itself or its point, within an instrument.
  private boolean isOnPart(Claim claim, Subject subject, InstrumentId instrument) {
    return pointOf(subject)
        .filter(point -> point.instrument().equals(instrument))
        .filter(point -> claim.about().contains(subject) || claim.about().contains(point.id()))
        .isPresent();
  }
}
