package org.parley.reading.rules;

import java.util.ArrayList;
import java.util.List;
import org.parley.reading.Article;
import org.parley.reading.Proposal;
import org.parley.reading.Reader;
import org.parley.reading.language.Lexicon;
import org.parley.reading.language.ParsedText;
import org.parley.reading.language.Parser;

/// The reader that works offline: rules over word classes, and lists of words.
///
/// Cost: linear in the text. The first text of a language also reads the models of that language.
public final class RuleReader implements Reader {

  @Override
  public List<Proposal> propose(Article article) {
    ParsedText text = Parser.parse(article.text(), article.language());
    Lexicon lexicon = text.lexicon();
    if (!Scope.isWithin(text, lexicon)) {
      return List.of();
    }
    List<Proposal.OfClaim> claims = new Claims(article, text).read();
    List<Proposal> all = new ArrayList<>(claims);
    all.addAll(new Meetings(article, text).read());
    all.addAll(new NextSteps(article, text).read(claims));
    all.addAll(new Documents(text, claims).read());
    all.addAll(Orders.in(text, claims));
    return all;
  }

  /// What the rules take for somebody's words in a text, and what becomes of it.
  public static List<Heard> heard(Article article) {
    Claims claims = new Claims(article, Parser.parse(article.text(), article.language()));
    claims.read();
    return List.copyOf(claims.heard());
  }
}
