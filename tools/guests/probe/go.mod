module seatrial/probe

go 1.26.0
