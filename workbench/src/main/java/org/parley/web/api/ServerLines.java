package org.parley.web.api;

import java.util.List;
import org.parley.answer.AnswerJson;
import org.parley.casefile.shape.Descriptions;
import org.parley.web.api.line.ApiContents;
import org.parley.web.api.line.Line;
import org.parley.web.api.line.OpenApi;
import org.parley.web.api.line.Parameter;
import org.parley.web.api.line.Types;
import org.parley.web.cases.CasesAnswer;
import org.parley.web.cases.FindPage;
import org.parley.web.cases.ServerAddress;
import org.parley.web.operate.StatusAnswer;
import org.parley.web.view.ProblemAnswer;
import tools.jackson.databind.node.ObjectNode;

/// The API of a server of many cases, besides that of each case. The routes of the server answer
/// these lines, since they have no case.
public final class ServerLines {

  public static final Line CASES =
      Line.get(ServerAddress.API_CASES.path(), "server", "listCases", "the cases that one may see")
          .answeredElsewhere(CasesAnswer.class);

  public static final Line FIND =
      Line.get(
              ServerAddress.API_FIND.path(),
              "server",
              "findInCases",
              "records with all the words, in all cases that one may see")
          .with(Parameter.text("q", "The words. Default: none, which nothing has."))
          .answeredElsewhere(FindPage.FindAnswer.class);

  public static final Line STATUS =
      Line.get(
              ServerAddress.API_STATUS.path(),
              "server",
              "serverStatus",
              "how the server is, in words and days")
          .forMediators()
          .answeredElsewhere(StatusAnswer.class);

  public static final Line DOCUMENT =
      Line.get(ServerAddress.API_DOCUMENT.path(), "about", "openapi", "this document")
          .forEveryone()
          .answeredElsewhere();

  private static final List<Line> LINES = List.of(CASES, FIND, STATUS, DOCUMENT);

  private ServerLines() {}

  /// The table.
  public static List<Line> lines() {
    return LINES;
  }

  /// The OpenAPI document.
  public static ObjectNode document() {
    Types types = new Types(Descriptions.in(Api.DESCRIPTIONS));
    types.add(ProblemAnswer.class);
    LINES.forEach(types::add);
    return OpenApi.document(
        new ApiContents(
            "The cases of a server. Each case has a document of its own, at"
                + " /cases/ID/api/openapi.json.",
            LINES,
            List.of(),
            types,
            Api.examples()),
        Api.version());
  }

  /// The document as text, in lines.
  public static String text() {
    return Api.text(document());
  }

  /// The document, as it is sent.
  public static byte[] bytes() {
    return AnswerJson.bytes(document());
  }
}
