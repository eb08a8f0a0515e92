"""Which agreements a dossier rests on, and who concluded them."""

from __future__ import annotations

from coopdesk.agreement.model import AgreementState
from coopdesk.agreement.ports import AgreementRow, PartyRow
from coopdesk.dossier.compose.chain import Chain


def standing_agreements(chain: Chain) -> list[AgreementRow]:
    """The agreements that have not ended; all of them when every one has."""
    standing = [row for row in chain.agreements if row.state is not AgreementState.ENDED]
    return standing or list(chain.agreements)


def unique_parties(agreements: list[AgreementRow]) -> list[PartyRow]:
    """Every party once, by name, in the order of the agreements; the one with most decisions stands for all."""
    found: dict[str, PartyRow] = {}
    for row in agreements:
        for party in sorted(row.parties, key=lambda p: p.party.position):
            kept = found.get(party.party.name)
            if kept is None or len(party.decisions) > len(kept.decisions):
                found[party.party.name] = party
    return list(found.values())
