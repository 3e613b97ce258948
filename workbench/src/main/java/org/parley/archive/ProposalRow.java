package org.parley.archive;

import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.parley.model.Id;
import org.parley.model.date.Edtf;
import org.parley.reading.Attribution;
import org.parley.reading.Proposal;
import org.parley.reading.SaidStance;
import org.parley.reading.cases.Candidate;
import org.parley.reading.cases.CandidateWords;
import org.parley.reading.statements.Telling;

/// A proposal of an archived article, as a row. An article without any has one row of number 0.
///
/// @param article the hash of its content
/// @param caseHash the SHA-256 of the case it was read for
/// @param number from 1
/// @param kind in words; null for number 0
/// @param start where the quotation begins in the text
/// @param person the speaker of a claim under the name on record
/// @param about the ids of its subjects in the case, with blanks between
/// @param tenths a share in tenths of a percent
/// @param record the id of the record it would become
/// @param known the equal claim on record
public record ProposalRow(
    String article,
    String caseHash,
    @Nullable String url,
    @Nullable String title,
    @Nullable String outlet,
    @Nullable LocalDate published,
    String language,
    int number,
    @Nullable String kind,
    @Nullable Integer confidence,
    @Nullable String quote,
    @Nullable Integer start,
    @Nullable Integer end,
    @Nullable String gist,
    @Nullable String speaker,
    @Nullable String person,
    @Nullable String office,
    @Nullable String said,
    @Nullable String subject,
    @Nullable String about,
    @Nullable String stance,
    @Nullable Integer tenths,
    @Nullable String condition,
    @Nullable String attribution,
    @Nullable String record,
    @Nullable String missing,
    @Nullable String known,
    @Nullable String notes) {

  /// The row of an article without proposals.
  static ProposalRow none(String caseHash, String hash, ArchivedArticle article) {
    return new ProposalRow(
        hash,
        caseHash,
        article.url(),
        article.title(),
        article.outlet(),
        article.published(),
        article.language(),
        0,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  /// The same article with a proposal.
  ///
  /// @param telling the claim as a telling; null for other proposals
  ProposalRow with(Candidate candidate, @Nullable Telling telling) {
    Proposal proposal = candidate.proposal();
    return new ProposalRow(
        article,
        caseHash,
        url,
        title,
        outlet,
        published,
        language,
        candidate.number(),
        CandidateWords.kind(proposal),
        proposal.confidence(),
        proposal.quotation().words(),
        proposal.quotation().at().start(),
        proposal.quotation().at().end(),
        CandidateWords.gist(proposal),
        proposal instanceof Proposal.OfClaim claim ? claim.speaker().name() : null,
        telling == null ? null : telling.speaker(),
        telling == null ? null : telling.office(),
        telling == null || telling.said() == null ? null : telling.said().toString(),
        telling == null ? null : telling.subject(),
        telling == null ? null : telling.about().stream().sorted().collect(Collectors.joining(" ")),
        telling == null ? null : telling.stance().name(),
        telling == null ? null : telling.tenths(),
        telling == null ? null : telling.condition(),
        telling == null ? null : telling.attribution().name(),
        candidate.record() == null ? null : idOf(candidate),
        candidate.missing().isEmpty() ? null : candidate.missing(),
        candidate.known() == null ? null : candidate.known().value(),
        candidate.notes().isEmpty() ? null : String.join("; ", candidate.notes()));
  }

  private static @Nullable String idOf(Candidate candidate) {
    Id id = candidate.record() == null ? null : candidate.record().id();
    return id == null ? null : id.value();
  }

  /// Whether it is a claim.
  public boolean isClaim() {
    return stance != null;
  }

  /// The claim as a telling.
  ///
  /// @param index of the article
  Telling telling(int index) {
    if (person == null || stance == null || attribution == null || quote == null) {
      throw new IllegalStateException("proposal " + number + " of " + article + " is no claim");
    }
    return new Telling(
        index,
        number,
        null,
        person,
        office,
        said == null ? null : Edtf.of(said),
        published,
        subject == null ? "" : subject,
        about == null || about.isEmpty() ? Set.of() : Set.of(about.split(" ", -1)),
        SaidStance.valueOf(stance),
        tenths,
        condition,
        quote,
        Attribution.valueOf(attribution),
        confidence == null ? 0 : confidence);
  }
}
