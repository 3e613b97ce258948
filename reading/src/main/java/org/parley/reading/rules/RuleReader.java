package org.parley.reading.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.parley.reading.Article;
import org.parley.reading.Attribution;
import org.parley.reading.Proposal;
import org.parley.reading.Reader;
import org.parley.reading.french.FrenchReader;
import org.parley.reading.language.Lexicon;
import org.parley.reading.language.ParsedText;
import org.parley.reading.language.Parser;
import org.parley.reading.rules.claim.Claims;
import org.parley.reading.rules.claim.ClauseTrace;
import org.parley.reading.rules.claim.SpeakerTrace;
import org.parley.reading.rules.claim.StanceModel;
import org.parley.reading.rules.event.Instruments;
import org.parley.reading.rules.event.Meetings;
import org.parley.reading.rules.event.NextSteps;
import org.parley.reading.rules.speech.Script;
import org.parley.reading.rules.speech.SpeakerModel;
import org.parley.reading.rules.subject.SubjectModel;

/// The reader that works offline: rules over word classes, and lists of words. French is read by
/// [FrenchReader], in part.
///
/// Cost: linear in the text. The first text of a language also reads the models of that language.
public final class RuleReader implements Reader {

  private final boolean isByRulesAlone;
  private final FrenchReader french = new FrenchReader();

  /// A reader by rules and learned models.
  public RuleReader() {
    this(false);
  }

  private RuleReader(boolean isByRulesAlone) {
    this.isByRulesAlone = isByRulesAlone;
  }

  /// A reader by rules alone, for evaluation and training.
  public static RuleReader byRulesAlone() {
    return new RuleReader(true);
  }

  @Override
  public boolean understands(String language) {
    return Lexicon.isPresent(language) || french.understands(language);
  }

  @Override
  public boolean isInPart(String language) {
    return french.isInPart(language);
  }

  @Override
  public List<Proposal> propose(Article article) {
    if (french.understands(article.language())) {
      return french.propose(article);
    }
    Lexicon lexicon = Lexicon.of(article.language());
    Script script = Script.of(article.text(), lexicon);
    ParsedText text = parsed(article, script);
    if (!Scope.isWithin(text, lexicon)) {
      return List.of();
    }
    List<Proposal.OfClaim> claims = claims(article, text, script).read();
    List<Proposal> all = new ArrayList<>(claims);
    claims = claims.stream().filter(each -> each.attribution() != Attribution.NEWSROOM).toList();
    all.addAll(new Meetings(article, text).read());
    all.addAll(new NextSteps(article, text).read(claims));
    all.addAll(new Instruments(article, text, claims).read());
    all.addAll(Orders.in(text, claims));
    return all;
  }

  /// The sentences of the text without the labels of a transcript.
  private static ParsedText parsed(Article article, Script script) {
    ParsedText spoken = Parser.parse(script.spoken(), article.language());
    return new ParsedText(article.text(), spoken.lexicon(), spoken.sentences());
  }

  private Claims claims(Article article, ParsedText text, Script script) {
    if (isByRulesAlone) {
      return new Claims(article, text, script, null, null, null);
    }
    String language = article.language().split("-", 2)[0].toLowerCase(Locale.ROOT);
    return new Claims(
        article,
        text,
        script,
        StanceModel.of(language).orElse(null),
        SubjectModel.of(language).orElse(null),
        SpeakerModel.of(language).orElse(null));
  }

  /// The clauses attributed to speakers in a text, with their outcomes.
  public List<ClauseTrace> traces(Article article) {
    Script script = Script.of(article.text(), Lexicon.of(article.language()));
    Claims claims = claims(article, parsed(article, script), script);
    claims.read();
    return List.copyOf(claims.traces());
  }

  /// The clauses whose speaker is not sure, with the candidates; for training.
  public List<SpeakerTrace> speakerTraces(Article article) {
    Script script = Script.of(article.text(), Lexicon.of(article.language()));
    Claims claims = claims(article, parsed(article, script), script);
    claims.read();
    return List.copyOf(claims.speakerTraces());
  }
}
