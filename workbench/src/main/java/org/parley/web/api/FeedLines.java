package org.parley.web.api;

import java.util.List;
import java.util.Objects;
import org.parley.answer.ComplaintAnswer;
import org.parley.store.people.FeedAddress;
import org.parley.web.api.line.Asked;
import org.parley.web.api.line.Line;
import org.parley.web.api.line.Reply;
import org.parley.web.people.FeedAddressService;
import org.parley.web.people.FeedAddressService.SecretMade;
import org.parley.web.view.Address;
import org.parley.web.view.Link;
import org.parley.web.view.ProblemAnswer;
import org.parley.web.view.ProblemAnswer.Trouble;
import org.parley.web.view.ProblemCode;
import org.parley.wording.Complaint;

/// One's own secret addresses of calendar and feed.
final class FeedLines {

  /// A secret address that was made or renewed.
  ///
  /// @param calendar where the calendar is read; told this once
  /// @param feed where the changes are read; told this once
  record MadeFeedAddress(FeedAddress address, String calendar, String feed) {}

  /// A new secret address.
  record FeedAddressInput(String name) {}

  private FeedLines() {}

  static List<Line> lines() {
    return List.of(
        Line.get("/api/me/feeds", "people", "ownFeeds", "one's own secret addresses, without them")
            .lists(
                FeedAddress.class,
                asked -> asked.listed(own(asked).list(asked.visitor()), each -> each)),
        change("POST", "/api/me/feeds", "addOwnFeed", "makes a secret address, told this once")
            .sent(FeedAddressInput.class)
            .creates(MadeFeedAddress.class, FeedLines::add),
        Line.get("/api/me/feeds/{id}", "people", "findOwnFeed", "a secret address, without it")
            .answers(
                FeedAddress.class,
                asked -> Reply.of(own(asked).get(asked.visitor(), asked.path("id")))),
        change(
                "POST",
                "/api/me/feeds/{id}/renew",
                "renewOwnFeed",
                "replaces a secret address by another, told this once")
            .answers(MadeFeedAddress.class, FeedLines::renew),
        change("DELETE", "/api/me/feeds/{id}", "removeOwnFeed", "takes a secret address back")
            .answers(PeopleLines.Done.class, FeedLines::remove));
  }

  private static Line change(String method, String path, String name, String says) {
    return Line.change(method, path, "people", name, says).forReaders();
  }

  private static FeedAddressService own(Asked asked) {
    FeedAddressService feeds = asked.services().feeds();
    if (feeds == null) {
      throw new Unanswered(
          ProblemCode.NOT_KEPT_HERE,
          "There are no accounts here",
          "This case is open on one machine, for whoever sits at it.",
          "Maybe serve it to a team: parley serve.");
    }
    if (!asked.sent().caller().bySession()) {
      throw PeopleLines.noAccount();
    }
    return feeds;
  }

  private static Reply add(Asked asked) {
    FeedAddressService feeds = own(asked);
    String name = Asked.text(asked.body(FeedAddressInput.class), "name");
    SecretMade made = feeds.add(asked.visitor(), name);
    Complaint wrong = made.wrong();
    return wrong == null
        ? Reply.created(
            "/api/me/feeds/" + name,
            made(feeds.get(asked.visitor(), name), Objects.requireNonNull(made.secret())))
        : Errors.reply(
            ProblemAnswer.of(
                    ProblemCode.NOT_SAVED,
                    "That cannot be saved",
                    "Nothing was changed: see the troubles.",
                    "Maybe correct what they name and send it again.")
                .withTroubles(List.of(new Trouble(null, List.of(), ComplaintAnswer.of(wrong)))));
  }

  private static Reply renew(Asked asked) {
    FeedAddressService feeds = own(asked);
    String name = asked.path("id");
    String secret = feeds.renew(asked.visitor(), name);
    return Reply.of(made(feeds.get(asked.visitor(), name), secret));
  }

  private static MadeFeedAddress made(FeedAddress address, String secret) {
    return new MadeFeedAddress(
        address, Link.to(Address.SECRET_CALENDAR, secret), Link.to(Address.SECRET_FEED, secret));
  }

  private static Reply remove(Asked asked) {
    String name = asked.path("id");
    own(asked).remove(asked.visitor(), name);
    return Reply.of(
        new PeopleLines.Done("Nothing is read at the secret address " + name + " any more."));
  }
}
