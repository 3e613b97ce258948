package org.parley.reading.cases;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.parley.model.LocalizedText;
import org.parley.model.PartyId;
import org.parley.model.Visibility;
import org.parley.model.claim.Assertion;
import org.parley.model.claim.Claim;
import org.parley.model.claim.ClaimId;
import org.parley.model.claim.Share;
import org.parley.model.date.Edtf;
import org.parley.model.text.InstrumentId;
import org.parley.model.text.Option;
import org.parley.model.text.OptionId;
import org.parley.model.text.Point;
import org.parley.model.text.PointId;
import org.parley.model.text.Subject;
import org.parley.reading.Attribution;
import org.parley.reading.Proposal;
import org.parley.reading.SaidStance;

/// Creates claim records from quoted statements.
final class ClaimRecords {

  /// A pair that is not named: "both delegations", "the two sides".
  private static final Pattern BOTH =
      Pattern.compile("^(?:the )?(?:both|two)\\b", Pattern.CASE_INSENSITIVE);

  private final RecordContext on;
  private final RecordedPeople people;

  ClaimRecords(RecordContext on) {
    this.on = on;
    people = on.names().people(on.article().language());
  }

  /// The candidate of a claim.
  Candidate candidate(int number, Proposal.OfClaim claim) {
    List<SubjectFinder.Found> about = on.subjects().find(claim.subject());
    if (claim.attribution() == Attribution.NEWSROOM) {
      return Candidate.lacking(number, claim, CandidateRemark.Kind.NEWSROOM);
    }
    List<PartyId> joint = joint(claim, about);
    Optional<PartyId> party =
        joint.isEmpty()
            ? on.parties().of(claim.speaker(), on.article().text())
            : Optional.of(joint.getFirst());
    if (party.isEmpty()) {
      return Candidate.lacking(
          number, claim, CandidateRemark.Kind.NO_PARTY, claim.speaker().name());
    }
    if (about.isEmpty()) {
      return Candidate.lacking(number, claim, CandidateRemark.Kind.NO_SUBJECT, claim.subject());
    }
    List<CandidateRemark> remarks = new ArrayList<>();
    List<Subject> subject = about.stream().map(SubjectFinder.Found::subject).toList();
    Edtf said = claim.said() != null ? claim.said() : on.published();
    if (said == null) {
      return Candidate.lacking(number, claim, CandidateRemark.Kind.NO_DAY);
    }
    Assertion asserts = assertion(claim, subject);
    List<ClaimId> contradicts = List.of();
    if (claim.stance() == SaidStance.DENIED_REPORT) {
      contradicts = denied(party.get(), subject, said);
      remarks.add(CandidateRemark.of(CandidateRemark.Kind.DENIES_REPORT));
    }
    if (claim.attribution() == Attribution.RELAYED && claim.relayedFrom() != null) {
      remarks.add(new CandidateRemark(CandidateRemark.Kind.RELAYED, claim.relayedFrom()));
    }
    StanceFilter.doubts(on.article(), claim).forEach(each -> remarks.add(CandidateRemark.of(each)));
    Claim record =
        record(
            claim,
            party.get(),
            joint.stream().skip(1).toList(),
            subject,
            said,
            asserts,
            contradicts);
    ClaimId known = known(record);
    return Candidate.ready(number, claim, record, known, remarks);
  }

  /// A claim as far as it is told. The newsroom is no speaker of it.
  ClaimDraft draft(Proposal.OfClaim claim) {
    boolean isNewsroom = claim.attribution() == Attribution.NEWSROOM;
    List<SubjectFinder.Found> about = on.subjects().find(claim.subject());
    List<Subject> subject = about.stream().map(SubjectFinder.Found::subject).toList();
    List<PartyId> parties = isNewsroom ? List.of() : parties(claim, about);
    String words = claim.quotation().words().replaceAll("\\s+", " ");
    return new ClaimDraft(
        isNewsroom ? "" : speaker(claim),
        claim.speaker().office(),
        parties.isEmpty() ? null : parties.getFirst(),
        parties.stream().skip(1).toList(),
        claim.said() != null ? claim.said() : on.published(),
        words,
        claim.attribution() == Attribution.DIRECT_QUOTE && words.length() <= 300,
        subject,
        subject.isEmpty() ? List.of() : between(claim, subject),
        assertion(claim, subject),
        List.of());
  }

  /// The party of the speaker, and the others of a joint statement.
  private List<PartyId> parties(Proposal.OfClaim claim, List<SubjectFinder.Found> about) {
    List<PartyId> joint = joint(claim, about);
    return joint.isEmpty()
        ? on.parties().of(claim.speaker(), on.article().text()).stream().toList()
        : joint;
  }

  /// The speaker under the name on record.
  private String speaker(Proposal.OfClaim claim) {
    String name = on.names().speaker(claim.speaker().name()).orElse(null);
    if (name == null && !claim.speaker().isNamed()) {
      name = people.find(claim.speaker().name()).orElse(null);
    }
    return name != null ? name : claim.speaker().name();
  }

  /// The parties of a joint statement: those named, or the two signatories that "both sides" are.
  /// Empty for a speaker of one party.
  private List<PartyId> joint(Proposal.OfClaim claim, List<SubjectFinder.Found> about) {
    List<PartyId> named = on.parties().jointly(claim.speaker());
    if (!named.isEmpty() || about.isEmpty() || !BOTH.matcher(claim.speaker().name()).find()) {
      return named;
    }
    InstrumentId instrument =
        switch (about.getFirst().subject()) {
          case InstrumentId id -> id;
          case PointId id -> on.view().find(id).map(Point::instrument).orElse(null);
          default -> null;
        };
    List<PartyId> signatories =
        instrument == null ? List.of() : on.view().get(instrument).signatories();
    return signatories.size() == 2 ? signatories : List.of();
  }

  private Claim record(
      Proposal.OfClaim claim,
      PartyId party,
      List<PartyId> jointly,
      List<Subject> subject,
      Edtf said,
      Assertion asserts,
      List<ClaimId> contradicts) {
    String words = claim.quotation().words().replaceAll("\\s+", " ");
    boolean isQuote = claim.attribution() == Attribution.DIRECT_QUOTE && words.length() <= 300;
    return new Claim(
        new ClaimId(
            on.ids()
                .free(
                    "c-"
                        + ProposedIds.day(said)
                        + "-"
                        + ProposedIds.slug(FoldedName.words(claim.speaker().name()))
                        + "-"
                        + ProposedIds.slugOf(subject.getFirst()))),
        speaker(claim),
        claim.speaker().office(),
        party,
        jointly,
        said,
        known(said),
        Claim.Channel.PUBLIC,
        List.of(on.source()),
        null,
        isQuote ? LocalizedText.of(words) : null,
        isQuote ? null : words,
        subject,
        between(claim, subject),
        asserts,
        List.of(),
        List.of(),
        contradicts,
        new Visibility.Public());
  }

  /// A proposed claim with corrections.
  Candidate corrected(
      Candidate candidate, PartyId party, Subject about, Assertion asserts, Edtf said) {
    if (!(candidate.proposal() instanceof Proposal.OfClaim claim)) {
      return candidate;
    }
    Claim record = record(claim, party, List.of(), List.of(about), said, asserts, List.of());
    return Candidate.ready(candidate.number(), claim, record, known(record), candidate.remarks());
  }

  /// The date the text made it known, if later.
  private @Nullable Edtf known(Edtf said) {
    Edtf published = on.published();
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
      case REJECTED ->
          option(claim, about)
              .<Assertion>map(Assertion.Refuses::new)
              .orElse(new Assertion.Rejected());
      case CONDITIONAL -> new Assertion.Conditional(String.valueOf(claim.condition()));
      case RECEIVED -> new Assertion.Received();
      case NOT_RECEIVED -> new Assertion.NotReceived();
      case FINAL_SOON -> new Assertion.Complete(new Share("being finalised"));
      case PREFERS -> preferred(claim, about);
      case DENIED_REPORT -> new Assertion.States();
    };
  }

  private Assertion preferred(Proposal.OfClaim claim, List<Subject> about) {
    return option(claim, about)
        .<Assertion>map(Assertion.Prefers::new)
        .orElse(new Assertion.States());
  }

  /// The option of the point whose words the quotation has.
  private Optional<OptionId> option(Proposal.OfClaim claim, List<Subject> about) {
    if (!about.isEmpty() && about.getFirst() instanceof PointId id) {
      Optional<Point> point = on.view().find(id);
      OptionId best = null;
      int most = 1;
      List<String> words =
          FoldedName.words(claim.quotation().words()).stream().map(FoldedName::stem).toList();
      for (Option option : point.map(Point::options).orElse(List.of())) {
        int hits = 0;
        for (String word : new LinkedHashSet<>(FoldedName.words(option.title().text()))) {
          hits += word.length() > 3 && words.contains(FoldedName.stem(word)) ? 1 : 0;
          hits += word.matches("\\d+") && words.contains(word) ? 1 : 0;
        }
        if (hits > most) {
          most = hits;
          best = option.id();
        }
      }
      return Optional.ofNullable(best);
    }
    return Optional.empty();
  }

  private List<ClaimId> denied(PartyId party, List<Subject> subject, Edtf said) {
    return on.view().claims().stream()
        .filter(each -> !each.party().equals(party))
        .filter(each -> each.about().stream().anyMatch(subject::contains))
        .filter(each -> !said.isBefore(each.said()))
        .filter(each -> each.said().latestDay().isAfter(said.earliestDay().minusDays(3)))
        .map(Claim::id)
        .limit(1)
        .toList();
  }

  private List<PartyId> between(Proposal.OfClaim claim, List<Subject> subject) {
    Set<PartyId> named = new LinkedHashSet<>(on.parties().in(claim.subject()));
    if (named.size() < 2) {
      named.addAll(on.parties().in(String.join(" and ", claim.between())));
    }
    boolean isWithin = isWithinSignatories(named, subject.getFirst());
    if (named.size() >= 2 && isWithin) {
      return List.copyOf(named);
    }
    return List.of();
  }

  private boolean isWithinSignatories(Set<PartyId> named, Subject subject) {
    if (subject instanceof InstrumentId id) {
      return on.view().get(id).signatories().containsAll(named);
    }
    List<PartyId> all = new ArrayList<>();
    on.view().instruments().forEach(each -> all.addAll(each.signatories()));
    return all.containsAll(named);
  }

  /// A claim on record by the same party that says the same of the same, at the same time.
  private @Nullable ClaimId known(Claim claim) {
    String last = FoldedName.lastName(claim.speaker());
    for (Claim each : on.names().claimsBy(last)) {
      boolean isSameDay =
          !each.said().latestDay().isBefore(claim.said().earliestDay())
              && !claim.said().latestDay().isBefore(each.said().earliestDay());
      boolean isSameSubject = each.about().stream().anyMatch(claim.about()::contains);
      boolean isSame =
          each.parties().equals(claim.parties()) && each.asserts().equals(claim.asserts());
      if (isSame && isSameDay && isSameSubject) {
        return each.id();
      }
    }
    return null;
  }
}
