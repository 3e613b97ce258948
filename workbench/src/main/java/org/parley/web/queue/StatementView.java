package org.parley.web.queue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.parley.model.PartyId;
import org.parley.model.Visibility;
import org.parley.model.claim.Claim;
import org.parley.model.date.Edtf;
import org.parley.model.source.Source;
import org.parley.reading.cases.ClaimDraft;
import org.parley.reading.cases.QuotationDoubt;
import org.parley.reading.statements.StatementGroup;
import org.parley.web.view.Address;
import org.parley.web.view.Link;
import org.parley.web.view.OpenCase;
import org.parley.web.view.Say;
import org.parley.web.view.Visit;

/// A statement on the page.
///
/// @param id the id of its element
/// @param told its reports, separated by blanks
/// @param lead its fullest report
/// @param record the claim it stands against; null for none
/// @param fields the fields to change it in place; null while they are closed
/// @param troubles why the decision was refused, in sentences
public record StatementView(
    String id,
    String told,
    ProposalRef lead,
    StatementGroup.Relation relation,
    @Nullable RecordView record,
    boolean isContrary,
    boolean isFresh,
    boolean isUnread,
    boolean isNewsroom,
    String speaker,
    String party,
    String subject,
    String stance,
    String said,
    String quotation,
    String language,
    int confidence,
    List<ReportView> reports,
    List<Detail> added,
    List<String> otherwise,
    List<QuotationDoubt> doubts,
    List<ClaimDraft.MissingPart> lacks,
    @Nullable ClaimFields fields,
    List<String> troubles) {

  /// The claim on record.
  ///
  /// @param isAppended whether a confirmation adds sources to it
  /// @param isReplaced whether a statement that says otherwise replaces it
  /// @param mayChange whether this visitor may add sources to it
  /// @param readers who sees what a confirmation writes, in words
  public record RecordView(
      String id,
      String words,
      String stance,
      String said,
      boolean isAppended,
      boolean isReplaced,
      boolean mayChange,
      String readers) {}

  /// A text that tells it, on the page.
  ///
  /// @param href where its words stand in the text
  /// @param repeats who is repeated; empty for nobody
  public record ReportView(
      String href,
      String publisher,
      String date,
      String reliability,
      boolean isOnRecord,
      String repeats,
      String words,
      String language) {}

  /// A detail that a text adds.
  public record Detail(StatementGroup.Kind kind, String words, String publisher, String language) {}

  public StatementView {
    reports = List.copyOf(reports);
    added = List.copyOf(added);
    otherwise = List.copyOf(otherwise);
    doubts = List.copyOf(doubts);
    lacks = List.copyOf(lacks);
    troubles = List.copyOf(troubles);
  }

  /// @param written who sees what this visitor adds
  /// @param fields the fields as they were sent or are opened; null to keep them closed
  static StatementView of(
      OpenCase open,
      QueuedStatement statement,
      LocalDate today,
      Visibility written,
      @Nullable ClaimFields fields,
      List<String> troubles) {
    ClaimDraft draft = statement.draft();
    QueuedStatement.Told lead = statement.lead();
    Edtf said = draft.said();
    PartyId party = draft.party();
    List<PartyId> parties = new ArrayList<>();
    if (party != null) {
      parties.add(party);
      parties.addAll(draft.jointly());
    }
    return new StatementView(
        lead.ref().anchor(),
        statement.told().stream()
            .map(each -> each.ref().toString())
            .collect(Collectors.joining(" ")),
        lead.ref(),
        statement.relation(),
        record(open, statement, written),
        statement.isContrary(),
        QueueFilter.isFresh(statement, today),
        statement.isFromUnreadSource(),
        statement.isNewsroom(),
        draft.speaker(),
        Say.parties(open.view(), parties),
        draft.about().isEmpty()
            ? lead.proposal().subject()
            : Say.list(draft.about().stream().map(each -> Say.subject(open, each)).toList()),
        Say.assertion(open.view(), draft.asserts()),
        said == null ? "" : Say.date(said),
        words(lead),
        language(lead),
        statement.confidence(),
        statement.told().stream().map(each -> report(open, each)).toList(),
        statement.added().stream()
            .map(
                each ->
                    new Detail(
                        each.kind(),
                        each.words().replaceAll("\\s+", " "),
                        each.by().reading().source().publisher(),
                        language(each.by())))
            .toList(),
        statement.otherwise().stream().map(ProposalRef::anchor).toList(),
        statement.doubts().stream().sorted().toList(),
        draft.lacks(),
        fields,
        troubles);
  }

  private static @Nullable RecordView record(
      OpenCase open, QueuedStatement statement, Visibility written) {
    Claim claim = statement.record();
    if (claim == null) {
      return null;
    }
    Edtf said = statement.draft().said();
    return new RecordView(
        claim.id().value(),
        claim.words(),
        Say.assertion(open.view(), claim.asserts()),
        Say.date(claim.said()),
        statement.isSameOccasion(),
        said != null && claim.said().isBefore(said),
        Visit.current().may().change(open.view(), claim),
        Say.readers(open.view(), statement.isSameOccasion() ? claim.visibility() : written));
  }

  private static ReportView report(OpenCase open, QueuedStatement.Told told) {
    Source source = told.reading().source();
    return new ReportView(
        Link.to(Address.TEXT, told.ref().text()) + "#p-" + told.ref().number(),
        source.publisher(),
        told.reading().reading().article().published() == null ? "" : Say.date(source.date()),
        source.reliability().name(),
        told.reading().isKnownSource(),
        source.relays() == null ? "" : open.view().get(source.relays()).publisher(),
        words(told),
        language(told));
  }

  private static String words(QueuedStatement.Told told) {
    return told.proposal().quotation().words().replaceAll("\\s+", " ");
  }

  private static String language(QueuedStatement.Told told) {
    return told.reading().reading().article().language();
  }

  /// Whether it can be decided as new or otherwise without being changed first.
  public boolean isComplete() {
    return lacks.isEmpty();
  }

  /// Whether a confirmation is offered.
  public boolean mayConfirm() {
    return record != null && (!record.isAppended || record.mayChange);
  }
}
