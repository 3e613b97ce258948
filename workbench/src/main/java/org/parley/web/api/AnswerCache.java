package org.parley.web.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.web.api.line.Asked;
import org.parley.web.api.line.Line;
import org.parley.web.api.line.ReadyJson;
import org.parley.web.api.line.Reply;
import org.parley.web.service.Visitor;
import org.parley.web.view.OpenCase;
import org.parley.web.work.ResultCache;
import org.parley.wording.Language;

/// The answers of one state of a case to one view of it, serialised and kept as pages are.
///
/// An answer is kept if its line read nothing but the case and the address. One that a deadline cut
/// off is kept until more is known. Everything else is made for each request.
final class AnswerCache {

  private static final long MOST_BYTES = ResultCache.most(32 << 20);

  /// Groups of lines that mostly read the case alone.
  private static final Set<String> GROUPS =
      Set.of("board", "case", "claims", "guarantees", "packages", "sequence");

  /// The cache key of an answer, apart from the case.
  ///
  /// @param eyes the viewer, without a name
  private record Key(
      String line,
      Map<String, String> path,
      Map<String, List<String>> query,
      Language language,
      Visitor eyes) {

    long bytes() {
      return path.toString().length() + (long) query.toString().length();
    }
  }

  /// A part of a list, as it is sent.
  private record PartOfList(@Nullable Long total, long offset, boolean more, List<Object> items) {}

  /// The answer was made, and is not to be kept; or could not be made.
  private static final class NotKept extends RuntimeException {
    private final transient @Nullable Reply reply;

    NotKept(@Nullable Reply reply, @Nullable Exception cause) {
      super(null, cause, false, false);
      this.reply = reply;
    }
  }

  private final ResultCache<Key, Reply.Ready> kept =
      new ResultCache<>(MOST_BYTES, Key::bytes, each -> each.json().length());

  private AnswerCache() {}

  /// The answers of a state.
  static AnswerCache of(OpenCase open) {
    return open.once(AnswerCache.class, _ -> new AnswerCache());
  }

  /// Whether answers of a line may be kept.
  static boolean mayKeep(Line line) {
    return line.route().isSafe() && line.isTagged() && GROUPS.contains(line.group());
  }

  /// The answer as kept, or made now.
  Reply get(Line line, Asked asked, Visitor visitor) throws Exception {
    Key key =
        new Key(
            line.name(),
            asked.pathParameters(),
            asked.parameters(),
            Language.current(),
            new Visitor("", visitor.role(), visitor.party()));
    try {
      return kept.get(key, _ -> made(line, asked));
    } catch (NotKept e) {
      if (e.getCause() instanceof Exception cause) {
        throw cause;
      }
      return Objects.requireNonNull(e.reply);
    }
  }

  private static ResultCache.CurrentResult<Reply.Ready> made(Line line, Asked asked) {
    Reply reply;
    try {
      reply = line.handler().answer(asked);
    } catch (Exception e) {
      throw new NotKept(null, e);
    }
    if (!asked.isOfCaseAlone() || !(ready(reply) instanceof Reply.Ready ready)) {
      throw new NotKept(reply, null);
    }
    return new ResultCache.CurrentResult<>(ready, asked.isCurrent());
  }

  /// The same, serialised; itself if it is a problem or something new.
  static Reply ready(Reply reply) {
    return switch (reply) {
      case Reply.One(int status, Object body, String location, String tag)
          when status == 200 && location == null -> {
        ReadyJson json = ReadyJson.of(body);
        yield new Reply.Ready(json, tag == null ? json.tag() : tag);
      }
      case Reply.Listed listed -> {
        List<Object> items = new ArrayList<>();
        listed.items().accept(items::add);
        yield new Reply.Ready(
            ReadyJson.of(new PartOfList(listed.total(), listed.offset(), listed.more(), items)));
      }
      case Reply.One _, Reply.Refused _, Reply.Ready _ -> reply;
    };
  }
}
