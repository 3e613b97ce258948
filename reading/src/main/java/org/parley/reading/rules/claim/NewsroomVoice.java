package org.parley.reading.rules.claim;

import java.util.List;
import java.util.Optional;
import org.parley.reading.Article;
import org.parley.reading.Attribution;
import org.parley.reading.Proposal;
import org.parley.reading.SaidStance;
import org.parley.reading.Speaker;
import org.parley.reading.language.Lexicon;
import org.parley.reading.language.ParsedText;
import org.parley.reading.language.Phrases;
import org.parley.reading.language.Sentence;
import org.parley.reading.people.Coreference;
import org.parley.reading.rules.clause.Grammar;
import org.parley.reading.rules.clause.TextClause;
import org.parley.reading.rules.clause.TokenRange;
import org.parley.reading.rules.stance.ClauseJudge;
import org.parley.reading.rules.stance.Judgement;
import org.parley.reading.rules.stance.Stances;
import org.parley.reading.rules.subject.Matters;
import org.parley.reading.rules.subject.SubjectNames;
import org.parley.reading.rules.subject.Subjects;

/// Finds statements of the text itself on the state of an agreement: "the proposal is now 90
/// percent complete". Only of the present, or with a figure, so that background stays out.
final class NewsroomVoice {

  /// Nobody stands for it, so it is never among the sure.
  private static final int CONFIDENCE = 30;

  private static final String VAGUE = "that|this|those|these|all|what|it|they";

  private final Article article;
  private final ClauseJudge judge;
  private final Subjects subjects;
  private final SubjectNames names;
  private final Matters matters;
  private final Phrases rumour;
  private final List<Phrases> negotiable;

  NewsroomVoice(Article article, ParsedText text, Coreference people) {
    this.article = article;
    Lexicon lexicon = text.lexicon();
    Stances stances = new Stances(lexicon);
    judge = new ClauseJudge(stances);
    subjects = new Subjects(lexicon);
    names = new SubjectNames(text.text(), people, lexicon, stances, subjects);
    matters = new Matters(lexicon);
    rumour = lexicon.get("saying.rumour");
    negotiable =
        List.of(
            lexicon.get("documents.documents"),
            lexicon.get("documents.matters"),
            lexicon.get("topics.groups"));
  }

  /// The claim of a clause to which nobody is attributed; empty if it states nothing.
  Optional<Proposal.OfClaim> of(TextClause clause) {
    judge.forget();
    Sentence whole = clause.whole();
    boolean isAsking = whole.get(0).lower().matches("how|what|whether|who|where|when|why");
    if (isAsking || rumour.isIn(whole, 0, whole.size())) {
      return Optional.empty();
    }
    return judge
        .of(clause, "", true)
        .filter(each -> isState(each.content(), each.judgement()))
        .flatMap(each -> claim(clause, each.content(), each.judgement()));
  }

  private static boolean isState(Sentence content, Judgement judged) {
    int verb = Grammar.firstFinite(content, 0, content.size());
    boolean isNow = verb >= 0 && content.tree().tag(verb).matches("VBZ|VBP");
    return switch (judged.stance()) {
      case SHARE -> verb >= 0;
      case AGREED, MOSTLY_AGREED, OPEN -> isNow;
      case FINAL_SOON, REJECTED, CONDITIONAL, RECEIVED, NOT_RECEIVED, PREFERS, DENIED_REPORT ->
          false;
    };
  }

  private Optional<Proposal.OfClaim> claim(TextClause clause, Sentence content, Judgement judged) {
    TokenRange all = new TokenRange(0, content.size());
    TokenRange about = subjects.of(content, all, judged);
    boolean isOfMatter =
        !about.isEmpty()
            && !subjects.isActor(content, about)
            && !subjects.isBareState(content, about)
            && !content.get(about.from()).lower().matches(VAGUE)
            && isNegotiable(content, about)
            && matters.isOne(content, all, judged, about, null, false, "");
    return isOfMatter
        ? Optional.of(of(clause, judged, names.words(content, about)))
        : Optional.empty();
  }

  /// Whether the subject itself, and not the clause alone, names a document or a matter.
  private boolean isNegotiable(Sentence content, TokenRange about) {
    return negotiable.stream().anyMatch(each -> each.isIn(content, about.from(), about.to()));
  }

  private Proposal.OfClaim of(TextClause clause, Judgement judged, String subject) {
    boolean isShare = judged.stance() == SaidStance.SHARE;
    return new Proposal.OfClaim(
        Proposal.Quotation.of(article.text(), clause.span()),
        Speaker.newsroom(clause.span()),
        null,
        null,
        subject,
        judged.stance(),
        isShare ? judged.share() : null,
        List.of(),
        null,
        Attribution.NEWSROOM,
        CONFIDENCE);
  }
}
