package org.parley.corpus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/// A query over passages, and the words of a passage that answer it.
///
/// Each topic counts once, by the term of it that fits best, so that a topic with many synonyms
/// does not outweigh another. A phrase outweighs a word.
final class PassageSearch {

  private static final Pattern PHRASE =
      Pattern.compile("[\"\u201c\u201d]([^\"\u201c\u201d]+)[\"\u201c\u201d]|(\\S+)");
  private static final float OF_PHRASE = 1.5f;
  private static final float OF_HEADING = 0.7f;
  private static final int MOST_WORDS = 32;

  private final Query query;
  private final Set<String> stems;
  private final boolean isEmpty;

  private PassageSearch(Query query, Set<String> stems, boolean isEmpty) {
    this.query = query;
    this.stems = stems;
    this.isEmpty = isEmpty;
  }

  static PassageSearch of(PassageQuery asked, String field, String heading) {
    Set<String> stems = new TreeSet<>();
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    boolean isEmpty = true;
    List<Query> words = new ArrayList<>();
    Matcher each = PHRASE.matcher(asked.words());
    while (each.find() && words.size() < MOST_WORDS) {
      term(field, heading, each.group(1) == null ? each.group(2) : each.group(1), stems, words);
    }
    if (!words.isEmpty()) {
      BooleanQuery.Builder some = new BooleanQuery.Builder();
      words.forEach(word -> some.add(word, BooleanClause.Occur.SHOULD));
      all.add(some.build(), BooleanClause.Occur.MUST);
      isEmpty = false;
    }
    for (String code : asked.codes()) {
      List<Query> terms = new ArrayList<>();
      TopicTerms.of(code).forEach(term -> term(field, heading, term, stems, terms));
      if (!terms.isEmpty()) {
        all.add(new DisjunctionMaxQuery(terms, 0.1f), BooleanClause.Occur.SHOULD);
        isEmpty = false;
      }
    }
    return new PassageSearch(all.build(), stems, isEmpty);
  }

  private static void term(
      String field, String heading, String words, Set<String> stems, List<Query> found) {
    List<String> terms = tokens(words).stream().map(Token::stem).toList();
    stems.addAll(terms);
    if (!terms.isEmpty()) {
      found.add(
          new DisjunctionMaxQuery(
              List.of(query(field, terms), new BoostQuery(query(heading, terms), OF_HEADING)),
              0.1f));
    }
  }

  private static Query query(String field, List<String> terms) {
    return terms.size() == 1
        ? new TermQuery(new Term(field, terms.getFirst()))
        : new BoostQuery(new PhraseQuery(1, field, terms.toArray(String[]::new)), OF_PHRASE);
  }

  Query query() {
    return query;
  }

  /// Whether nothing is asked that a passage could answer.
  boolean isEmpty() {
    return isEmpty;
  }

  /// Where the words asked for stand.
  List<TextPassage.PassageMark> marks(String words) {
    return tokens(words).stream()
        .filter(each -> stems.contains(each.stem()))
        .map(each -> new TextPassage.PassageMark(each.from(), each.to()))
        .toList();
  }

  private record Token(String stem, int from, int to) {}

  private static List<Token> tokens(String words) {
    List<Token> found = new ArrayList<>();
    try (Analyzer analyzer = new EnglishAnalyzer();
        TokenStream stream = analyzer.tokenStream("", words)) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      OffsetAttribute place = stream.addAttribute(OffsetAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        found.add(new Token(term.toString(), place.startOffset(), place.endOffset()));
      }
      stream.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found;
  }
}
