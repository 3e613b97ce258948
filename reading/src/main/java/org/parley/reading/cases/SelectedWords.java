package org.parley.reading.cases;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.model.cases.CaseView;
import org.parley.reading.Article;
import org.parley.reading.Attribution;
import org.parley.reading.Proposal;
import org.parley.reading.SaidStance;
import org.parley.reading.Speaker;
import org.parley.reading.TextSpan;

/// Words that a person selected in a text, as a claim with all that is told about them.
public final class SelectedWords {

  /// The longest selection.
  public static final int LONGEST = 1000;

  private SelectedWords() {}

  /// The position of words in a text, whatever blanks stand between them; empty if they are not in
  /// it, or too long.
  public static Optional<TextSpan> find(String text, String words) {
    String stripped = words.strip();
    if (stripped.isEmpty() || stripped.length() > LONGEST) {
      return Optional.empty();
    }
    String pattern =
        Arrays.stream(stripped.split("\\s+", -1))
            .map(Pattern::quote)
            .collect(Collectors.joining("\\s++"));
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    return matcher.find()
        ? Optional.of(new TextSpan(matcher.start(), matcher.end()))
        : Optional.empty();
  }

  /// The claim of a selection. Its stance is that of the proposal it shares most words with, else
  /// that of the words alone. Its speaker is that of the proposal, else the last one named before.
  ///
  /// @param alone the proposals of the selected words alone
  public static ClaimDraft draft(
      CaseView view, CaseReading reading, TextSpan span, List<Proposal> alone) {
    Article article = reading.reading().article();
    Proposal.OfClaim near = overlapping(reading, span);
    Proposal.OfClaim own = near != null ? near : claims(alone).reduce((one, _) -> one).orElse(null);
    // a stance without effect, where the words tell none
    SaidStance stance = own != null ? own.stance() : SaidStance.DENIED_REPORT;
    Speaker speaker = near != null ? near.speaker() : before(reading, span);
    Proposal.OfClaim claim =
        new Proposal.OfClaim(
            Proposal.Quotation.of(article.text(), span),
            speaker,
            null,
            near != null ? near.said() : null,
            near != null ? near.subject() : span.in(article.text()),
            stance,
            own != null ? own.share() : null,
            near != null ? near.between() : List.of(),
            own != null ? own.condition() : null,
            near != null ? near.attribution() : attribution(speaker),
            0);
    return new RecordMapping(new KnownNames(view), article, reading.source().id()).draft(claim);
  }

  private static Attribution attribution(Speaker speaker) {
    boolean isNewsroom = speaker.equals(Speaker.newsroom(speaker.where()));
    return isNewsroom ? Attribution.NEWSROOM : Attribution.REPORTED_SPEECH;
  }

  private static Proposal.@Nullable OfClaim overlapping(CaseReading reading, TextSpan span) {
    return claims(reading.reading().proposals())
        .filter(each -> each.quotation().at().overlap(span) > 0)
        .reduce(
            (one, other) ->
                other.quotation().at().overlap(span) > one.quotation().at().overlap(span)
                    ? other
                    : one)
        .orElse(null);
  }

  private static Stream<Proposal.OfClaim> claims(List<Proposal> proposals) {
    return proposals.stream()
        .filter(Proposal.OfClaim.class::isInstance)
        .map(Proposal.OfClaim.class::cast);
  }

  /// The speaker of the last claim before the selection; the newsroom if there is none.
  private static Speaker before(CaseReading reading, TextSpan span) {
    return claims(reading.reading().proposals())
        .filter(each -> each.quotation().at().end() <= span.start())
        .filter(each -> each.attribution() != Attribution.NEWSROOM)
        .reduce((_, later) -> later)
        .map(Proposal.OfClaim::speaker)
        .orElse(Speaker.newsroom(span));
  }
}
