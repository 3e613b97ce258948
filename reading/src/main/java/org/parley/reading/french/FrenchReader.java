package org.parley.reading.french;

import java.util.ArrayList;
import java.util.List;
import org.parley.reading.Article;
import org.parley.reading.Proposal;
import org.parley.reading.Reader;
import org.parley.reading.TextLanguage;
import org.parley.reading.french.FrenchSpeakers.FrenchReport;

/// The offline reader of French: shares, meetings and documents, with dates and speakers. It judges
/// no stances beyond a share.
///
/// Cost: linear in the text.
public final class FrenchReader implements Reader {

  @Override
  public boolean understands(String language) {
    return TextLanguage.primary(language).equals("fr");
  }

  @Override
  public boolean isInPart(String language) {
    return understands(language);
  }

  @Override
  public List<Proposal> propose(Article article) {
    String whole = article.text();
    FrenchText text = new FrenchText(whole);
    List<FrenchSentence> sentences = text.sentences();
    FrenchNames names = new FrenchNames(sentences);
    FrenchDates dates = new FrenchDates(article.published());
    List<List<FrenchReport>> reports = reports(sentences, new FrenchSpeakers(text, names, dates));
    FrenchShares shares = new FrenchShares(whole, text);
    FrenchMeetings meetings = new FrenchMeetings(whole, text, names, dates);
    FrenchDocuments documents = new FrenchDocuments(whole, dates);
    List<Proposal> found = new ArrayList<>();
    for (int i = 0; i < sentences.size(); i++) {
      FrenchSentence each = sentences.get(i);
      found.addAll(shares.in(each, reports.get(i), around(sentences, reports, i)));
      found.addAll(meetings.in(each));
      found.addAll(documents.in(each));
    }
    return found;
  }

  private static List<List<FrenchReport>> reports(
      List<FrenchSentence> sentences, FrenchSpeakers speakers) {
    List<List<FrenchReport>> found = new ArrayList<>();
    sentences.forEach(each -> found.add(speakers.in(each)));
    return found;
  }

  /// Who speaks in the sentence before, else in the one after, of the same paragraph.
  private static List<FrenchReport> around(
      List<FrenchSentence> sentences, List<List<FrenchReport>> reports, int i) {
    List<FrenchReport> found = new ArrayList<>();
    for (int at : new int[] {i - 1, i + 1}) {
      boolean isBeside =
          at >= 0
              && at < sentences.size()
              && sentences.get(at).paragraph() == sentences.get(i).paragraph();
      if (isBeside) {
        found.addAll(reports.get(at));
      }
    }
    return found;
  }
}
