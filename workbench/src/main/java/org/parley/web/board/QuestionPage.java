package org.parley.web.board;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.answer.board.PrincipalQuestions;
import org.parley.answer.board.QuestionAnswer;
import org.parley.answer.board.QuestionAnswer.Question;
import org.parley.board.Board;
import org.parley.model.PartyId;
import org.parley.web.view.Address;
import org.parley.web.view.Frame;
import org.parley.web.view.Link;
import org.parley.web.view.OpenCase;
import org.parley.web.view.Query;
import org.parley.web.view.Say;
import org.parley.web.view.ViewedDay;

/// A question that principals ask, and its answer at one moment.
///
/// @param open the case
/// @param moment the moment
/// @param answer the answer
/// @param reader the party that asks; null for all
public record QuestionPage(
    OpenCase open, ViewedDay moment, QuestionAnswer answer, @Nullable PartyId reader) {

  /// The page for `?ask=wants&for=UA`.
  ///
  /// @throws org.parley.web.view.BadQuery if there is no such question or column
  public static QuestionPage of(OpenCase open, ViewedDay moment, Query query) {
    Board board = open.board(moment.asOf());
    String named = query.oneOf("for", board.columns().stream().map(PartyId::value).toList());
    PartyId reader = named == null ? null : new PartyId(named);
    String asked = query.oneOf("ask", words());
    Question question =
        Arrays.stream(Question.values())
            .filter(each -> PrincipalQuestions.word(each).equals(asked))
            .findFirst()
            .orElse(Question.WANTS);
    return new QuestionPage(
        open,
        moment,
        PrincipalQuestions.of(question, open.view(), open.boards(), board, moment.since(), reader),
        reader);
  }

  /// The words of all questions.
  public static List<String> words() {
    return Arrays.stream(Question.values()).map(PrincipalQuestions::word).toList();
  }

  public Frame frame() {
    return Frame.of(title(answer.question()), open.view().info(), "questions");
  }

  public static String title(Question question) {
    return Say.text("question.title", "question", question);
  }

  /// The page of another question, at the same moment.
  public String href(Question question) {
    String query = moment.fullQuery();
    return Link.to(Address.QUESTIONS)
        + query
        + (query.isEmpty() ? "?" : "&")
        + "ask="
        + PrincipalQuestions.word(question)
        + (reader == null ? "" : "&for=" + Link.encoded(reader.value()));
  }

  public String word() {
    return PrincipalQuestions.word(answer.question());
  }
}
