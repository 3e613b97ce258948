package org.parley.web.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.parley.intake.Texts;
import org.parley.model.cases.CaseView;
import org.parley.reading.Article;
import org.parley.web.view.Frame;
import org.parley.web.view.OpenCase;
import org.parley.web.view.Say;
import org.parley.wording.Complaint;

/// The form to submit a text.
///
/// @param frame the page frame
/// @param given the input
/// @param problems the faults, by field
/// @param mayFetch whether addresses are fetched
/// @param leavesFor the external address that texts are sent to; null if they stay
/// @param latest the recent texts, latest first
public record ReadPage(
    Frame frame,
    ReadRequest given,
    Map<String, Complaint> problems,
    boolean mayFetch,
    @Nullable String leavesFor,
    List<Earlier> latest) {

  public ReadPage {
    problems = Map.copyOf(problems);
    latest = List.copyOf(latest);
  }

  /// A text brought before.
  ///
  /// @param said how far it is, in words
  public record Earlier(String key, String title, String said) {}

  /// The form.
  public static ReadPage of(
      OpenCase open,
      Texts texts,
      ReadRequest given,
      Map<String, Complaint> problems,
      List<BroughtText> latest) {
    List<Earlier> earlier = new ArrayList<>();
    for (BroughtText each : latest) {
      switch (each.state()) {
        case BroughtText.State.Working working ->
            earlier.add(
                new Earlier(
                    each.key(),
                    Say.text("read.untitled"),
                    working.said().toLowerCase(java.util.Locale.ROOT)));
        case BroughtText.State.Failed _ -> {}
        case BroughtText.State.Read(var reading) ->
            earlier.add(
                new Earlier(
                    each.key(),
                    title(reading.article()),
                    said(each, open.view(), reading.proposals().size())));
      }
    }
    return new ReadPage(
        Frame.of(Say.text("read.title"), open.view().info(), "read"),
        given,
        problems,
        texts.fetcher() != null,
        texts.leavesFor(),
        earlier);
  }

  private static String said(BroughtText text, CaseView view, int all) {
    return Say.text("read.decided", "all", all, "decided", text.decided(view));
  }

  static String title(Article article) {
    String title = article.title() != null ? article.title() : article.text().strip();
    String line = title.lines().findFirst().orElse("").strip();
    return line.length() <= 90 ? line : line.substring(0, 87) + "...";
  }

  /// The fault of a field; empty for none.
  public String problem(String field) {
    return sentences().getOrDefault(field, "");
  }

  /// The faults in sentences, by field.
  public Map<String, String> sentences() {
    Map<String, String> sentences = new HashMap<>();
    problems.forEach((field, why) -> sentences.put(field, Say.sentence(why.sentence())));
    return sentences;
  }
}
