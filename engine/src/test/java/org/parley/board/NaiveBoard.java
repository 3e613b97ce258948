package org.parley.board;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.parley.board.cell.Cell;
import org.parley.board.cell.Contradiction;
import org.parley.board.word.Basis;
import org.parley.board.word.Stance;
import org.parley.model.Id;
import org.parley.model.PartyId;
import org.parley.model.act.ActId;
import org.parley.model.cases.AsOf;
import org.parley.model.cases.CaseView;
import org.parley.model.claim.Assertion;
import org.parley.model.claim.Claim;
import org.parley.model.claim.ClaimId;
import org.parley.model.source.SourceKind;
import org.parley.model.text.Component;
import org.parley.model.text.ComponentId;
import org.parley.model.text.Instrument;
import org.parley.model.text.InstrumentId;
import org.parley.model.text.Option;
import org.parley.model.text.OptionId;
import org.parley.model.text.Point;
import org.parley.model.text.PointId;
import org.parley.model.text.Subject;

/// The rules of the board written down once more, sentence by sentence, with no thought of cost:
/// every question goes through all claims again.
@NullMarked
final class NaiveBoard {

  /// A contradiction, without its sentence.
  record Dispute(Contradiction.Kind kind, PartyId party, Set<Id> both) {}

  private final CaseView view;
  private final List<PartyId> columns;
  private final List<Claim> counted;

  /// Acts as words of those who did them, each with its act and the record it stands in.
  private final IdentityHashMap<Claim, NaiveActs.Done> acts = new IdentityHashMap<>();

  private final NaiveActs happened;

  NaiveBoard(CaseView view, AsOf asOf) {
    this.view = view;
    this.columns = view.columns().stream().map(party -> party.id()).toList();
    List<Claim> said =
        view.claims().stream()
            .filter(claim -> !claim.said().latestDay().isAfter(asOf.date()))
            .filter(claim -> !claim.knownOrSaid().latestDay().isAfter(asOf.knownAt()))
            .toList();
    this.happened = new NaiveActs(view, asOf);
    List<Claim> all = new ArrayList<>();
    for (NaiveActs.Done done : happened.standing()) {
      for (Claim word : done.words()) {
        acts.put(word, done);
        all.add(word);
      }
    }
    this.counted = all;
    all.addAll(
        said.stream()
            .filter(
                claim ->
                    said.stream()
                        .filter(by -> !retracted(by, said))
                        .noneMatch(
                            by ->
                                by.supersedes().contains(claim.id())
                                    || by.retracts().contains(claim.id())))
            .toList());
    all.sort(CaseView.CLAIMS_IN_ORDER);
  }

  private static boolean retracted(Claim claim, List<Claim> said) {
    return said.stream().anyMatch(by -> by.retracts().contains(claim.id()) && !retracted(by, said));
  }

  List<ClaimId> counted() {
    return counted.stream().filter(each -> !acts.containsKey(each)).map(Claim::id).toList();
  }

  // what a claim bears on

  private Optional<Subject> wholeOf(Subject subject) {
    return switch (subject) {
      case Subject.Whole _, ActId _ -> Optional.empty();
      case InstrumentId id -> {
        InstrumentId above = view.get(id).partOf();
        yield Optional.of(above == null ? new Subject.Whole() : above);
      }
      case PointId id -> {
        PointId chapter = view.get(id).partOf();
        yield Optional.of(chapter == null ? view.get(id).instrument() : chapter);
      }
      case ComponentId id -> Optional.of(view.pointOf(id).id());
    };
  }

  private Id record(Claim claim) {
    NaiveActs.Done done = acts.get(claim);
    return done == null ? claim.id() : done.record();
  }

  /// Whether it was said of the text of the day, and of this subject.
  private boolean bearsOn(Claim claim, Subject subject) {
    NaiveActs.Done done = acts.get(claim);
    return happened.isOfText(claim, subject)
        && (done == null || happened.concerns(done, subject))
        && isOn(claim, subject);
  }

  private boolean isOn(Claim claim, Subject subject) {
    if (claim.about().contains(subject)) {
      return true;
    }
    boolean alsoOnParts =
        switch (claim.asserts()) {
          case Assertion.Agreed _,
              Assertion.AdReferendum _,
              Assertion.Conditional _,
              Assertion.Rejected _,
              Assertion.Received _,
              Assertion.NotReceived _ ->
              true;
          case Assertion.Open _,
              Assertion.Prefers _,
              Assertion.Refuses _,
              Assertion.Complete _,
              Assertion.Implemented _,
              Assertion.Measured _,
              Assertion.Expects _,
              Assertion.Confirmed _,
              Assertion.Denied _,
              Assertion.States _ ->
              false;
        };
    Optional<Subject> whole = wholeOf(subject);
    while (alsoOnParts && whole.isPresent()) {
      if (claim.about().contains(whole.get())) {
        return true;
      }
      whole = wholeOf(whole.get());
    }
    return false;
  }

  List<Subject> subjects() {
    List<Subject> all = new ArrayList<>(List.of(new Subject.Whole()));
    view.instruments().stream().map(Instrument::id).forEach(all::add);
    view.points().stream().map(Point::id).forEach(all::add);
    for (Point point : view.points()) {
      point.components().stream().map(Component::id).forEach(all::add);
    }
    return all;
  }

  // whose stance it is

  private boolean partOf(PartyId party, PartyId coalition) {
    return party.equals(coalition)
        || view.get(coalition).members().stream().anyMatch(member -> partOf(party, member));
  }

  private boolean named(Claim claim) {
    return claim.source().stream()
        .anyMatch(source -> view.get(source).kind() != SourceKind.UNATTRIBUTED);
  }

  private boolean holdsFor(Claim claim, PartyId party) {
    return claim.between().isEmpty()
        || claim.between().stream().anyMatch(each -> partOf(party, each));
  }

  private Basis role(Claim claim, PartyId party) {
    if (!holdsFor(claim, party)) {
      return Basis.NONE;
    }
    if (claim.parties().stream().anyMatch(each -> partOf(party, each))) {
      return !named(claim)
          ? Basis.HEARSAY
          : claim.parties().contains(party) ? Basis.OWN_WORDS : Basis.THROUGH_COALITION;
    }
    return claim.between().isEmpty() ? Basis.NONE : Basis.HEARSAY;
  }

  private static Stance stance(Claim claim) {
    return switch (claim.asserts()) {
      case Assertion.Agreed _ -> Stance.AGREED;
      case Assertion.AdReferendum _ -> Stance.AD_REFERENDUM;
      case Assertion.Conditional _ -> Stance.CONDITIONAL;
      case Assertion.Open _ -> Stance.OPEN;
      case Assertion.Rejected _ -> Stance.REJECTED;
      case Assertion.Received _,
          Assertion.NotReceived _,
          Assertion.Prefers _,
          Assertion.Refuses _,
          Assertion.Complete _,
          Assertion.Implemented _,
          Assertion.Measured _,
          Assertion.Expects _,
          Assertion.Confirmed _,
          Assertion.Denied _,
          Assertion.States _ ->
          Stance.SILENT;
    };
  }

  private static List<Claim> latest(List<Claim> words) {
    return words.stream()
        .filter(word -> words.stream().noneMatch(other -> word.said().isBefore(other.said())))
        .toList();
  }

  /// The words of one basis on a subject.
  private List<Claim> words(Subject subject, PartyId party, Basis basis) {
    List<Claim> words = new ArrayList<>();
    counted.stream()
        .filter(claim -> stance(claim) != Stance.SILENT)
        .filter(claim -> bearsOn(claim, subject))
        .filter(claim -> role(claim, party) == basis)
        .filter(claim -> !isFinalised(claim, party) || !isAgreed(latest(words)))
        .forEach(words::add);
    return words;
  }

  /// Whether it is the act of the party that finalised a text.
  private boolean isFinalised(Claim claim, PartyId party) {
    return acts.containsKey(claim)
        && claim.party().equals(party)
        && stance(claim) == Stance.AD_REFERENDUM;
  }

  private static boolean isAgreed(List<Claim> words) {
    return !words.isEmpty() && words.stream().allMatch(word -> stance(word) == Stance.AGREED);
  }

  /// Where a party stands.
  record Standing(Stance stance, Basis basis, Set<Id> records) {}

  Standing standing(Subject subject, PartyId party) {
    return standing(subject, party, _ -> true);
  }

  /// Where a party stands towards another.
  Standing towards(Subject subject, PartyId party, PartyId other) {
    return standing(subject, party, claim -> holdsFor(claim, other));
  }

  private Standing standing(Subject subject, PartyId party, Predicate<Claim> which) {
    for (Basis basis : List.of(Basis.OWN_WORDS, Basis.THROUGH_COALITION, Basis.HEARSAY)) {
      List<Claim> latest = latest(words(subject, party, basis).stream().filter(which).toList());
      if (!latest.isEmpty()) {
        Stance worst = Stance.AGREED;
        for (Claim claim : latest) {
          worst = stance(claim).compareTo(worst) > 0 ? stance(claim) : worst;
        }
        return new Standing(
            worst, basis, latest.stream().map(this::record).collect(Collectors.toSet()));
      }
    }
    return new Standing(Stance.SILENT, Basis.NONE, Set.of());
  }

  /// Where a subject stands among parties, and the weakest basis of it: rejected where one towards
  /// another has rejected it, else no word where one has said nothing.
  Standing among(Subject subject, List<PartyId> parties) {
    List<Standing> all = new ArrayList<>();
    for (PartyId one : parties) {
      for (PartyId other : parties) {
        if (!one.equals(other)) {
          all.add(towards(subject, one, other));
        }
      }
    }
    List<Standing> said = all.stream().filter(each -> each.stance != Stance.SILENT).toList();
    boolean isRejected = said.stream().anyMatch(each -> each.stance == Stance.REJECTED);
    if (said.size() < all.size() && !isRejected) {
      return new Standing(Stance.SILENT, Basis.NONE, Set.of());
    }
    Stance stance =
        said.stream().map(Standing::stance).max(Stance::compareTo).orElse(Stance.AGREED);
    Basis basis = said.stream().map(Standing::basis).max(Basis::compareTo).orElse(Basis.OWN_WORDS);
    return new Standing(stance, basis, Set.of());
  }

  // receipt and preference

  private List<Claim> receipts(Subject subject, PartyId party) {
    return counted.stream()
        .filter(claim -> claim.parties().contains(party) && bearsOn(claim, subject))
        .filter(claim -> received(claim) || notReceived(claim))
        .toList();
  }

  private static boolean received(Claim claim) {
    return claim.asserts() instanceof Assertion.Received;
  }

  private static boolean notReceived(Claim claim) {
    return claim.asserts() instanceof Assertion.NotReceived;
  }

  Cell.Receipt receipt(Subject subject, PartyId party) {
    List<Claim> latest =
        latest(
            receipts(subject, party).stream()
                .filter(claim -> claim.about().contains(subject))
                .toList());
    return latest.isEmpty()
        ? Cell.Receipt.NO_WORD
        : latest.stream().anyMatch(NaiveBoard::notReceived)
            ? Cell.Receipt.NOT_RECEIVED
            : Cell.Receipt.RECEIVED;
  }

  /// The latest preference of each speaker among the options of the point.
  Set<OptionId> preferences(PointId point, PartyId party) {
    Set<OptionId> preferred = new HashSet<>();
    List<Claim> all =
        counted.stream()
            .filter(claim -> claim.parties().contains(party))
            .filter(
                claim ->
                    claim.asserts() instanceof Assertion.Prefers(OptionId option)
                        && view.pointOf(option).id().equals(point))
            .filter(claim -> !consentedSince(claim, point, party))
            .toList();
    for (Claim each : all) {
      if (latest(bySpeaker(all, each.speaker())).contains(each)
          && each.asserts() instanceof Assertion.Prefers(OptionId option)) {
        preferred.add(option);
      }
    }
    return preferred;
  }

  /// The options of the point whose last word by some speaker of the party is a refusal.
  Set<OptionId> refusals(PointId point, PartyId party) {
    Set<OptionId> refused = new HashSet<>();
    for (Option option : view.get(point).options()) {
      List<Claim> all =
          counted.stream()
              .filter(claim -> claim.parties().contains(party))
              .filter(
                  claim ->
                      claim.asserts().equals(new Assertion.Prefers(option.id()))
                          || claim.asserts().equals(new Assertion.Refuses(option.id())))
              .filter(claim -> !consentedSince(claim, point, party))
              .toList();
      for (Claim each : all) {
        if (each.asserts() instanceof Assertion.Refuses
            && latest(bySpeaker(all, each.speaker())).contains(each)) {
          refused.add(option.id());
        }
      }
    }
    return refused;
  }

  /// Whether the party itself consented by an act to any text of the point certainly later.
  private boolean consentedSince(Claim claim, PointId point, PartyId party) {
    return acts.entrySet().stream()
        .anyMatch(
            act ->
                act.getKey().party().equals(party)
                    && stance(act.getKey()) == Stance.AGREED
                    && isOn(act.getKey(), point)
                    && happened.concerns(act.getValue(), point)
                    && claim.said().isBefore(act.getKey().said()));
  }

  private static List<Claim> bySpeaker(List<Claim> claims, String speaker) {
    return claims.stream().filter(claim -> claim.speaker().equals(speaker)).toList();
  }

  // contradictions

  /// Every contradiction, with what it is about.
  Map<Dispute, Set<Subject>> disputes() {
    Map<Dispute, Set<Subject>> found = new HashMap<>();
    for (Subject subject : subjects()) {
      for (PartyId party : columns) {
        twoVoices(subject, party, found);
        agreementDenied(subject, party, found);
        received(subject, party, found);
      }
    }
    for (Claim denial : counted) {
      for (Claim denied : counted) {
        if (denial.contradicts().contains(denied.id())) {
          for (Subject subject : denial.about()) {
            add(found, Contradiction.Kind.DENIED, denial.party(), denied, denial, subject);
          }
        }
      }
    }
    for (Claim denial : counted) {
      for (NaiveActs.Done done : happened.standing()) {
        if (denial.asserts() instanceof Assertion.Denied
            && done.words().isEmpty()
            && denial.about().contains(done.act().id())) {
          found.put(
              new Dispute(
                  Contradiction.Kind.DENIED, denial.party(), Set.of(done.record(), denial.id())),
              Set.of(done.act().id()));
        }
      }
      for (Claim act : acts.keySet()) {
        if (denial.asserts() instanceof Assertion.Denied
            && denial.about().contains(Objects.requireNonNull(acts.get(act)).act().id())) {
          for (Subject subject : denial.about()) {
            add(found, Contradiction.Kind.DENIED, denial.party(), act, denial, subject);
          }
        }
      }
    }
    return found;
  }

  private void add(
      Map<Dispute, Set<Subject>> found,
      Contradiction.Kind kind,
      PartyId party,
      Claim a,
      Claim b,
      Subject subject) {
    if (a.about().contains(subject) || b.about().contains(subject)) {
      found
          .computeIfAbsent(
              new Dispute(kind, party, Set.of(record(a), record(b))), _ -> new HashSet<>())
          .add(subject);
    }
  }

  private static boolean isFor(Claim claim) {
    return switch (stance(claim)) {
      case AGREED, AD_REFERENDUM, CONDITIONAL -> true;
      case OPEN, REJECTED, SILENT -> false;
    };
  }

  private static boolean sameSense(Claim a, Claim b) {
    return isFor(a) == isFor(b) && (isFor(a) || stance(a) == stance(b));
  }

  private boolean commonCounterpart(Claim a, Claim b, PartyId party) {
    return a.between().isEmpty()
        || b.between().isEmpty()
        || columns.stream()
            .anyMatch(other -> !other.equals(party) && holdsFor(a, other) && holdsFor(b, other));
  }

  /// The latest words of each speaker.
  private static List<Claim> latestOfEach(List<Claim> words) {
    return words.stream()
        .filter(word -> latest(bySpeaker(words, word.speaker())).contains(word))
        .toList();
  }

  private void twoVoices(Subject subject, PartyId party, Map<Dispute, Set<Subject>> found) {
    List<Claim> own = words(subject, party, Basis.OWN_WORDS);
    for (Claim standing : latest(own)) {
      for (Claim other : latestOfEach(own)) {
        boolean changedItsMind =
            (standing.speaker().equals(other.speaker()) || acts.containsKey(standing))
                && other.said().isBefore(standing.said());
        if (!sameSense(standing, other)
            && !changedItsMind
            && commonCounterpart(standing, other, party)) {
          add(found, Contradiction.Kind.ONE_PARTY_TWO_VOICES, party, standing, other, subject);
        }
      }
    }
  }

  private void agreementDenied(Subject subject, PartyId party, Map<Dispute, Set<Subject>> found) {
    List<Claim> own = latest(words(subject, party, Basis.OWN_WORDS));
    List<Claim> coalition = words(subject, party, Basis.THROUGH_COALITION);
    List<Claim> hearsay = words(subject, party, Basis.HEARSAY);
    List<Claim> forItself = new ArrayList<>(own.isEmpty() ? latest(coalition) : own);
    latest(receipts(subject, party)).stream()
        .filter(NaiveBoard::notReceived)
        .forEach(forItself::add);
    denied(subject, party, latestOfEach(coalition), own, found);
    denied(subject, party, latestOfEach(hearsay), forItself, found);
  }

  private void denied(
      Subject subject,
      PartyId party,
      List<Claim> others,
      List<Claim> own,
      Map<Dispute, Set<Subject>> found) {
    for (Claim other : others) {
      for (Claim denial : own) {
        if (isFor(other) && !isFor(denial) && commonCounterpart(other, denial, party)) {
          add(found, Contradiction.Kind.AGREEMENT_DENIED, party, other, denial, subject);
        }
      }
    }
  }

  /// The last word that it was received before the last word that it was not.
  private void received(Subject subject, PartyId party, Map<Dispute, Set<Subject>> found) {
    List<Claim> all = receipts(subject, party);
    List<Claim> denials = all.stream().filter(NaiveBoard::notReceived).toList();
    if (denials.isEmpty()) {
      return;
    }
    Claim denial = denials.getLast();
    List<Claim> before =
        all.stream()
            .filter(NaiveBoard::received)
            .filter(claim -> !denial.said().isBefore(claim.said()))
            .toList();
    if (!before.isEmpty()) {
      add(
          found,
          Contradiction.Kind.RECEIVED_AND_NOT_RECEIVED,
          party,
          before.getLast(),
          denial,
          subject);
    }
  }
}
