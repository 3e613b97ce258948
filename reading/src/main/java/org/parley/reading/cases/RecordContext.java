package org.parley.reading.cases;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.parley.acts.ActLedger;
import org.parley.acts.Acts;
import org.parley.model.cases.CaseView;
import org.parley.model.date.Edtf;
import org.parley.model.source.SourceId;
import org.parley.reading.Article;

/// The context of new records: the case, the text, and its source.
///
/// @param subjects what the words of the text mean in the case
record RecordContext(
    KnownNames names, Article article, SourceId source, ProposedIds ids, TextSubjects subjects) {

  CaseView view() {
    return names.view();
  }

  PartyFinder parties() {
    return names.parties(article.language());
  }

  /// The acts on record.
  ActLedger acts() {
    return Acts.of(view()).everything();
  }

  /// The day of publication, if the text has one.
  @Nullable Edtf published() {
    LocalDate day = article.published();
    return day == null ? null : Edtf.of(day);
  }
}
