package org.parley.archive;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.parley.casefile.CaseReader;
import org.parley.casefile.CaseWriter;
import org.parley.casefile.LoadResult;
import org.parley.casefile.ViewHash;
import org.parley.model.Viewer;
import org.parley.model.cases.Case;
import org.parley.model.cases.CaseView;
import org.parley.reading.ArticleReading;
import org.parley.reading.Reader;
import org.parley.reading.ReaderUnavailableException;
import org.parley.reading.cases.Candidate;
import org.parley.reading.cases.CaseReading;
import org.parley.reading.cases.KnownNames;
import org.parley.reading.rules.RuleReader;
import org.parley.reading.statements.CaseStatements;
import org.parley.reading.statements.Telling;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Reads articles of an archive for a case, offline. Making one reads the case, so a machine makes
/// it once. Single-threaded.
public final class ArchiveReader {

  private final String caseHash;
  private final Reader reader = new RuleReader();
  private final KnownNames names;

  /// @param view that of the mediator
  public ArchiveReader(CaseView view) {
    names = new KnownNames(view);
    caseHash = ViewHash.of(view);
  }

  /// A case as text, to be sent.
  public static String text(Case contents) {
    ObjectNode json = JsonMapper.shared().createObjectNode();
    CaseWriter.write(contents).forEach(json::put);
    return json.toString();
  }

  /// The reader for a case that was sent as text.
  public static ArchiveReader of(String text) {
    Map<String, String> files =
        JsonMapper.shared().readTree(text).properties().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue().stringValue()));
    return switch (CaseReader.read(files)) {
      case LoadResult.Loaded loaded ->
          new ArchiveReader(loaded.contents().viewFor(new Viewer.Mediator()));
      case LoadResult.Rejected rejected ->
          throw new IllegalStateException(
              "reading a case that was sent: "
                  + rejected
                  + ". Maybe this machine runs another version of Parley");
    };
  }

  /// The rows of an article, of which there is one at least.
  public List<ProposalRow> rows(ArchivedArticle article) {
    ProposalRow none = ProposalRow.none(caseHash, article.hash(), article);
    CaseReading reading = reading(article);
    Map<Integer, Telling> claims =
        CaseStatements.tellings(names.people(article.language()), 0, reading).stream()
            .collect(Collectors.toMap(Telling::number, each -> each));
    List<ProposalRow> rows = new ArrayList<>();
    for (Candidate each : reading.candidates()) {
      rows.add(none.with(each, claims.get(each.number())));
    }
    return rows.isEmpty() ? List.of(none) : rows;
  }

  private CaseReading reading(ArchivedArticle article) {
    try {
      return CaseReading.of(names, ArticleReading.of(article.article(), reader));
    } catch (ReaderUnavailableException e) {
      throw new IllegalStateException("the rules of this program are always available", e);
    }
  }
}
