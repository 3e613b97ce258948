package org.parley.web.queue;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.model.cases.CaseView;
import org.parley.model.claim.Claim;
import org.parley.model.claim.ClaimId;
import org.parley.model.source.SourceId;
import org.parley.reading.ArticleReading;
import org.parley.reading.Attribution;
import org.parley.reading.Proposal;
import org.parley.reading.cases.Candidate;
import org.parley.reading.cases.CaseReading;
import org.parley.reading.cases.ClaimDraft;
import org.parley.reading.cases.KnownNames;
import org.parley.reading.cases.QuotationDoubt;
import org.parley.reading.cases.RecordedPeople;
import org.parley.reading.language.Lexicon;
import org.parley.reading.statements.CaseStatements;
import org.parley.reading.statements.StatementGroup;
import org.parley.reading.statements.Telling;
import org.parley.reading.statements.TellingMemory;
import org.parley.web.reading.BroughtText;

/// The statements and events in the texts of a queue that nobody decided yet. Immutable.
final class QueueBatch {

  /// A text that was read.
  ///
  /// @param writtenSource under which id its source was written; null if it was not
  record Part(BroughtText text, CaseReading reading, @Nullable SourceId writtenSource) {

    private boolean isOf(BroughtText other) {
      return text.key().equals(other.key()) && Objects.equals(writtenSource, other.writtenSource());
    }
  }

  /// A meeting, next step, act or demand of order that waits for a decision.
  record QueuedEvent(ProposalRef ref, Part part, Candidate candidate) {}

  /// A decided proposal.
  record Decided(ProposalRef ref, Part part, Candidate candidate, BroughtText.Decision decision) {}

  private final String mark = UUID.randomUUID().toString();
  private final CaseView view;
  private final KnownNames names;
  private @Nullable TellingMemory memory;
  private final List<Part> parts = new ArrayList<>();
  private final List<QueuedStatement> statements = new ArrayList<>();
  private final List<QueuedEvent> events = new ArrayList<>();
  private final List<Decided> decided = new ArrayList<>();

  private QueueBatch(CaseView view, KnownNames names) {
    this.view = view;
    this.names = names;
  }

  /// The batch of some texts, in this order. Those that are not read yet are left out.
  ///
  /// @param before the batch before; null for none. Its terms are kept, and its texts if they are
  ///   of the same view
  @SuppressWarnings("ReferenceEquality")
  static QueueBatch of(CaseView view, List<BroughtText> texts, @Nullable QueueBatch before) {
    QueueBatch same = before != null && before.view == view ? before : null;
    QueueBatch batch = new QueueBatch(view, names(view, before, same));
    List<Part> mapped = same != null ? same.parts : List.of();
    for (BroughtText each : texts) {
      if (each.state() instanceof BroughtText.State.Read(ArticleReading reading)) {
        batch.parts.add(
            mapped.stream()
                .filter(part -> part.isOf(each))
                .findFirst()
                .orElseGet(
                    () ->
                        new Part(each, each.in(view, batch.names, reading), each.writtenSource())));
      }
    }
    batch.sort();
    batch.group(before == null ? null : before.memory);
    return batch;
  }

  private static KnownNames names(
      CaseView view, @Nullable QueueBatch before, @Nullable QueueBatch same) {
    return same != null
        ? same.names
        : before != null ? new KnownNames(view, before.names) : new KnownNames(view);
  }

  /// A mark that no other batch has.
  String mark() {
    return mark;
  }

  List<Part> parts() {
    return List.copyOf(parts);
  }

  /// The claim that the fullest report would be.
  ClaimDraft draft(QueuedStatement.Told told) {
    int number = told.ref().number();
    return Objects.requireNonNull(told.reading().drafts(names, List.of(number)).get(number));
  }

  List<QueuedStatement> statements() {
    return List.copyOf(statements);
  }

  List<QueuedEvent> events() {
    return List.copyOf(events);
  }

  List<Decided> decided() {
    return List.copyOf(decided);
  }

  /// The reports of a statement as they are named; empty if one of them is no open claim.
  List<QueuedStatement.Told> told(List<ProposalRef> refs) {
    List<QueuedStatement.Told> told = new ArrayList<>();
    for (ProposalRef ref : refs) {
      for (Part part : parts) {
        if (part.text.key().equals(ref.text())) {
          told(part, ref.number()).ifPresent(told::add);
        }
      }
    }
    return told.size() == refs.size() ? told : List.of();
  }

  private Optional<QueuedStatement.Told> told(Part part, int number) {
    return part.reading.candidates().stream()
        .filter(each -> each.number() == number)
        .filter(each -> part.text.decision(number, view) == null)
        .filter(each -> each.proposal() instanceof Proposal.OfClaim)
        .map(
            each ->
                new QueuedStatement.Told(
                    new ProposalRef(part.text.key(), number),
                    part.text,
                    part.reading,
                    (Proposal.OfClaim) each.proposal()))
        .findFirst();
  }

  /// Sets apart what is decided and what is no claim.
  private void sort() {
    for (Part part : parts) {
      for (Candidate each : part.reading.candidates()) {
        ProposalRef ref = new ProposalRef(part.text.key(), each.number());
        BroughtText.Decision decision = part.text.decision(each.number(), view);
        if (decision != null) {
          decided.add(new Decided(ref, part, each, decision));
        } else if (!(each.proposal() instanceof Proposal.OfClaim)) {
          events.add(new QueuedEvent(ref, part, each));
        }
      }
    }
  }

  private void group(@Nullable TellingMemory before) {
    if (parts.isEmpty()) {
      return;
    }
    String language = Lexicon.serving(parts.getFirst().reading.reading().article().language());
    RecordedPeople people = names.people(language);
    TellingMemory now = new TellingMemory(before, language);
    memory = now;
    List<Telling> open = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      Part part = parts.get(i);
      CaseStatements.tellings(people, i, part.reading).stream()
          .filter(each -> part.text.decision(each.number(), view) == null)
          .forEach(open::add);
    }
    List<StatementGroup> groups = CaseStatements.grouped(view, open, now);
    Map<Integer, Map<Integer, ClaimDraft>> drafts = drafts(groups);
    for (StatementGroup each : groups) {
      statements.add(statement(each, groups, drafts));
    }
  }

  /// The drafts of the fullest reports, by article and number.
  private Map<Integer, Map<Integer, ClaimDraft>> drafts(List<StatementGroup> groups) {
    Map<Integer, Set<Integer>> leads = new LinkedHashMap<>();
    for (StatementGroup each : groups) {
      leads
          .computeIfAbsent(each.leading().article(), _ -> new TreeSet<>())
          .add(each.leading().number());
    }
    Map<Integer, Map<Integer, ClaimDraft>> drafts = new HashMap<>();
    leads.forEach(
        (article, numbers) ->
            drafts.put(article, parts.get(article).reading.drafts(names, numbers)));
    return drafts;
  }

  private QueuedStatement statement(
      StatementGroup group,
      List<StatementGroup> groups,
      Map<Integer, Map<Integer, ClaimDraft>> drafts) {
    Telling lead = group.leading();
    List<QueuedStatement.Told> inOrder = group.told().stream().map(this::told).toList();
    List<QueuedStatement.Told> told = new ArrayList<>(inOrder);
    told.add(0, told.remove(group.lead()));
    Candidate candidate = candidate(lead);
    ClaimId known = candidate.known();
    boolean isKnown = known != null && group.relation() != StatementGroup.Relation.CONFIRMS;
    return new QueuedStatement(
        told,
        isKnown ? StatementGroup.Relation.CONFIRMS : group.relation(),
        claim(isKnown ? known : group.record()),
        isKnown || group.isSameOccasion(),
        group.added().stream()
            .map(
                each ->
                    new QueuedStatement.AddedDetail(
                        inOrder.get(each.by()), each.kind(), each.words()))
            .toList(),
        group.otherwise().stream().map(each -> ref(groups.get(each - 1).leading())).toList(),
        completed(
            Objects.requireNonNull(
                Objects.requireNonNull(drafts.get(lead.article())).get(lead.number())),
            claim(isKnown ? known : group.record())),
        doubts(group),
        group.told().stream().allMatch(each -> each.attribution() == Attribution.NEWSROOM),
        group.confidence(),
        lead.day());
  }

  private @Nullable Claim claim(@Nullable ClaimId id) {
    return id == null ? null : view.get(id);
  }

  /// A draft with the missing parts of the claim on record, which has the same speaker and matter.
  static ClaimDraft completed(ClaimDraft draft, @Nullable Claim record) {
    return record == null || draft.speaker().isEmpty() ? draft : draft.orElse(record);
  }

  private Set<QuotationDoubt> doubts(StatementGroup group) {
    Set<QuotationDoubt> doubts = EnumSet.noneOf(QuotationDoubt.class);
    for (Telling each : group.told()) {
      doubts.addAll(parts.get(each.article()).reading.doubts(candidate(each)));
    }
    return doubts;
  }

  private Candidate candidate(Telling telling) {
    return parts.get(telling.article()).reading.candidates().get(telling.number() - 1);
  }

  private ProposalRef ref(Telling telling) {
    return new ProposalRef(parts.get(telling.article()).text.key(), telling.number());
  }

  private QueuedStatement.Told told(Telling telling) {
    Part part = parts.get(telling.article());
    return new QueuedStatement.Told(
        ref(telling), part.text, part.reading, (Proposal.OfClaim) candidate(telling).proposal());
  }
}
