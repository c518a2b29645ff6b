"""What a user may correct of an article."""

from __future__ import annotations

from dataclasses import dataclass, replace

from timeline_app.domain.records import Article, Published


@dataclass(frozen=True, slots=True)
class Details:
    """An article's metadata, as it is or as it is to be; None where it isn't known."""

    title: str
    author: str | None
    publication: str | None
    published: Published | None
    language: str | None
    url: str | None
    section: str | None

    @staticmethod
    def of(article: Article) -> Details:
        """What is known of an article."""
        return Details(
            article.title,
            article.author,
            article.publication,
            article.published,
            article.language,
            article.url,
            article.section,
        )

    def on(self, article: Article) -> Article:
        """The article with these details."""
        return replace(
            article,
            title=self.title,
            author=self.author,
            publication=self.publication,
            published=self.published,
            language=self.language,
            url=self.url,
            section=self.section,
        )

    def redates(self, article: Article) -> bool:
        """True when the article's dates may mean something else with these details."""
        before, after = article.published, self.published
        moved = (before and before.value) != (after and after.value)
        return moved or self.language != article.language
