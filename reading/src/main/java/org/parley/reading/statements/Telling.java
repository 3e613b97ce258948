package org.parley.reading.statements;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.model.claim.ClaimId;
import org.parley.model.date.Edtf;
import org.parley.reading.Attribution;
import org.parley.reading.Proposal;
import org.parley.reading.SaidStance;

/// One article's telling of a statement, or a claim on record.
///
/// @param article the index of the article; -1 for a claim on record
/// @param number the number of the proposal in its article, from 1; 0 on record
/// @param record the claim on record; null for a proposal
/// @param speaker the speaker, as the article names them
/// @param office the office or side; null if unknown
/// @param said when it was said; null if unknown
/// @param published when the article appeared; null if unknown
/// @param subject the subject in the words of the article
/// @param about the subjects of the case it was linked to, as ids; empty if none
/// @param stance the stance
/// @param tenths the share in tenths of a percent; null without a figure
/// @param condition the condition; null if none
/// @param words the quoted words
/// @param attribution how the article knows it
/// @param confidence how sure the reader is, in percent
public record Telling(
    int article,
    int number,
    @Nullable ClaimId record,
    String speaker,
    @Nullable String office,
    @Nullable Edtf said,
    @Nullable LocalDate published,
    String subject,
    Set<String> about,
    SaidStance stance,
    @Nullable Integer tenths,
    @Nullable String condition,
    String words,
    Attribution attribution,
    int confidence) {

  public Telling {
    about = Set.copyOf(about);
  }

  /// A proposed claim of an article.
  public static Telling of(
      int article,
      int number,
      @Nullable LocalDate published,
      Proposal.OfClaim claim,
      Set<String> about) {
    return new Telling(
        article,
        number,
        null,
        claim.speaker().name(),
        claim.speaker().office(),
        claim.said(),
        published,
        claim.subject(),
        about,
        claim.stance(),
        ShareFigures.tenths(claim.share()),
        claim.condition(),
        claim.quotation().words(),
        claim.attribution(),
        claim.confidence());
  }

  /// The same by another name of the speaker.
  Telling by(String name) {
    return new Telling(
        article,
        number,
        record,
        name,
        office,
        said,
        published,
        subject,
        about,
        stance,
        tenths,
        condition,
        words,
        attribution,
        confidence);
  }

  /// The day it was said, else published; null if neither is known.
  public @Nullable LocalDate day() {
    return said != null ? said.latestDay() : published;
  }
}
